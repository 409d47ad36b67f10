package io.parler.frontend.aws;

import io.parler.frontend.account.SigningSecrets;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;

/// A secret of Secrets Manager, read through the parameter store: its current version, and the one
/// before its last rotation.
final class SsmSigningSecrets implements SigningSecrets {
    private static final String REFERENCE = "/aws/reference/secretsmanager/";
    private static final String PREVIOUS = ":AWSPREVIOUS";

    /// After a rotation new sessions are signed with the old secret for so long.
    private static final Duration TTL = Duration.ofMinutes(5);

    private static final Duration MIN_RELOAD_INTERVAL = Duration.ofSeconds(10);

    private final SsmClient ssm;
    private final String name;
    private final InstantSource clock;
    private @Nullable Loaded loaded;

    private record Loaded(List<String> secrets, Instant at) {
        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(at.plus(age));
        }
    }

    /// @param name the secret's name
    SsmSigningSecrets(SsmClient ssm, String name, InstantSource clock) {
        this.ssm = ssm;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public List<String> list() {
        return noOlderThan(TTL);
    }

    @Override
    public List<String> reload() {
        return noOlderThan(MIN_RELOAD_INTERVAL);
    }

    private synchronized List<String> noOlderThan(Duration age) {
        Instant now = clock.instant();
        if (loaded == null || loaded.isOlderThan(age, now)) {
            loaded = new Loaded(read(), now);
        }
        return loaded.secrets();
    }

    /// In two calls: one call takes a name once, whatever its version.
    private List<String> read() {
        String current =
                read(REFERENCE + name)
                        .orElseThrow(() -> new UnavailableException("there is no secret " + name));
        return Stream.concat(Stream.of(current), read(REFERENCE + name + PREVIOUS).stream())
                .toList();
    }

    private Optional<String> read(String parameter) {
        return ssm
                .getParameters(request -> request.names(parameter).withDecryption(true))
                .parameters()
                .stream()
                .findFirst()
                .map(Parameter::value);
    }
}
