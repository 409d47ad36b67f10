package io.parler.local.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// All secrets, each with its current and its previous version, in one file of mode 600.
public final class SecretStore {
    /// The staging labels of the two versions.
    public static final String CURRENT = "AWSCURRENT";

    public static final String PREVIOUS = "AWSPREVIOUS";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final ObjectNode secrets;

    /// @param folder where the file is or will be
    public SecretStore(Path folder) {
        this.file = folder.resolve("secrets.json");
        this.secrets = read(file);
    }

    /// A version of a secret.
    ///
    /// @param id unique among all versions
    public record Version(String id, String label, String value, Instant created) {
        /// Without the value, which must not get into a log.
        @Override
        public String toString() {
            return label + " " + id;
        }
    }

    /// Makes a secret with a new password if there is none of that name.
    ///
    /// @param secret makes the secret's value of the password
    public synchronized void create(
            String name, PasswordRules rules, UnaryOperator<String> secret) {
        create(name, () -> secret.apply(rules.password(random)));
    }

    /// Makes a secret if there is none of that name.
    public synchronized void create(String name, Supplier<String> value) {
        if (!secrets.has(name)) {
            secrets.putObject(name).set(CURRENT, version(value.get()));
            write();
        }
    }

    /// Gives a secret a new value; the one before becomes its previous version. Returns the new
    /// version's id, or nothing if there is no such secret.
    public synchronized Optional<String> rotate(String name, String value) {
        if (!(secrets.get(name) instanceof ObjectNode secret)) {
            return Optional.empty();
        }
        ObjectNode version = version(value);
        secret.set(PREVIOUS, secret.path(CURRENT));
        secret.set(CURRENT, version);
        write();
        return Optional.of(version.path("id").asText());
    }

    /// The version of a secret with this label or id.
    ///
    /// @param version a staging label, or the id of a version
    public synchronized Optional<Version> get(String name, String version) {
        for (String label : new String[] {CURRENT, PREVIOUS}) {
            JsonNode found = secrets.path(name).path(label);
            if (found.isObject()
                    && (label.equals(version) || found.path("id").asText().equals(version))) {
                return Optional.of(
                        new Version(
                                found.path("id").asText(),
                                label,
                                found.path("value").asText(),
                                Instant.parse(found.path("created").asText())));
            }
        }
        return Optional.empty();
    }

    private static ObjectNode version(String value) {
        return JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("value", value)
                .put("created", Instant.now().toString());
    }

    private static ObjectNode read(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readAllBytes(file), ObjectNode.class)
                    : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, forOwnerOnly());
            Files.write(part, JSON.writeValueAsBytes(secrets));
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Other file systems than POSIX ones have no mode.
    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
