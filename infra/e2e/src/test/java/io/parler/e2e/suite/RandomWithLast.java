package io.parler.e2e.suite;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/// Orders test classes randomly, except that those with [RunLast] come after all others.
public final class RandomWithLast implements ClassOrderer {
    private final ClassOrderer random = new ClassOrderer.Random();

    @Override
    public void orderClasses(ClassOrdererContext context) {
        random.orderClasses(context);
        context.getClassDescriptors().sort(Comparator.comparing(RandomWithLast::isLast));
    }

    private static boolean isLast(ClassDescriptor test) {
        return test.isAnnotated(RunLast.class);
    }
}
