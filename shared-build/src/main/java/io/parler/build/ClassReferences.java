package io.parler.build;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a class names of the AWS clients: classes, also in descriptors, signatures and texts, and
/// the members that it uses.
record ClassReferences(Set<String> classes, Set<Member> members) {
    private static final Pattern CLIENT_CLASS =
            Pattern.compile("software[/.]amazon[/.]awssdk[/.]services[/.][\\w$/.]+");

    /// A method or field by its name alone: overloads are kept or dropped together.
    record Member(String owner, String name) {}

    static ClassReferences of(ClassModel type) {
        Set<String> classes = new HashSet<>();
        Set<Member> members = new HashSet<>();
        for (PoolEntry entry : type.constantPool()) {
            if (entry instanceof Utf8Entry text) {
                addClasses(text.stringValue(), classes);
            } else if (entry instanceof MemberRefEntry member) {
                members.add(
                        new Member(member.owner().asInternalName(), member.name().stringValue()));
            }
        }
        return new ClassReferences(classes, members);
    }

    /// The classes named in a text, such as a list of interceptors.
    static Set<String> in(String text) {
        Set<String> classes = new HashSet<>();
        addClasses(text, classes);
        return classes;
    }

    private static void addClasses(String text, Set<String> classes) {
        if (!text.contains("services")) {
            return;
        }
        for (Matcher m = CLIENT_CLASS.matcher(text); m.find(); ) {
            classes.add(m.group().replace('.', '/'));
        }
    }
}
