package io.parler.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.deploy.archive.FakeObjectStore;
import io.parler.deploy.key.KeyAdministration;
import io.parler.deploy.stack.FakeParameterStore;
import io.parler.deploy.stack.FakeStacks;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.terminal.Output;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstKeyTest {
    private static final String COMMAND = "./parler keys create Owner --account owner --stage test";

    private final FakeParameterStore parameters = new FakeParameterStore();
    private final FakeKeys keys = new FakeKeys();
    private final StringWriter out = new StringWriter();

    @Test
    void aPersonIsGivenAKeyOnce() {
        deployed();

        print(true);
        print(true);

        assertThat(out.toString()).containsOnlyOnce("Your key: plr_1");
        assertThat(keys.created).containsExactly("arn:admin");
    }

    @Test
    void aLogHasOnlyTheCommand() {
        deployed();

        print(false);

        assertThat(out.toString()).contains(COMMAND).doesNotContain("plr_");
        assertThat(keys.created).isEmpty();
    }

    @Test
    void anOutageIsSaidWithTheCommandForLater() {
        deployed();
        keys.unavailable = true;

        print(true);

        assertThat(out.toString()).contains("is not known: the function is new", COMMAND);
    }

    @Test
    void withoutTheServiceThereIsNothingToSay() {
        print(true);

        assertThat(out.toString()).isEmpty();
    }

    private void deployed() {
        parameters.put("/parler/test/frontend-api/accounts-admin-arn", "arn:admin");
    }

    private void print(boolean attended) {
        PrintWriter writer = new PrintWriter(out);
        Output output = new Output(writer, writer, false, new BufferedReader(new StringReader("")));
        Cloud cloud =
                new Cloud(
                        new FakeStacks(),
                        parameters,
                        new FakeObjectStore(),
                        keys,
                        output,
                        () -> {},
                        "");
        new FirstKey(new Stage("test"), cloud).print(attended, " --stage test");
    }

    private static final class FakeKeys implements KeyAdministration {
        private final List<String> created = new ArrayList<>();
        private boolean unavailable;

        @Override
        public boolean hasKeys(String function) throws UnavailableException {
            if (unavailable) {
                throw new UnavailableException("the function is new");
            }
            return !created.isEmpty();
        }

        @Override
        public String createOwnerKey(String function) {
            created.add(function);
            return "plr_" + created.size();
        }
    }
}
