package io.parler.local.iam;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A file with the permissions of each function: which its template grants, which of them were
/// used, and which calls were denied. Always up to date.
final class PermissionReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Entry> functions = new TreeMap<>();

    private record Entry(Set<Permission> granted, Set<Permission> used, Set<Permission> denied) {}

    PermissionReport(Path file) {
        this.file = file;
    }

    synchronized void add(Role role) {
        functions.put(
                role.function(),
                new Entry(
                        new LinkedHashSet<>(role.granted()),
                        new LinkedHashSet<>(),
                        new LinkedHashSet<>()));
        write();
    }

    synchronized void used(Role role, Permission call) {
        if (entry(role).map(entry -> entry.used().addAll(role.used(call))).orElse(false)) {
            write();
        }
    }

    /// Returns whether it is the first time.
    synchronized boolean denied(Role role, Permission call) {
        boolean first = entry(role).map(entry -> entry.denied().add(call)).orElse(false);
        if (first) {
            write();
        }
        return first;
    }

    private Optional<Entry> entry(Role role) {
        return Optional.ofNullable(functions.get(role.function()));
    }

    private void write() {
        ObjectNode root = JSON.createObjectNode();
        functions.forEach(
                (name, entry) -> {
                    ObjectNode function = root.putObject(name);
                    ArrayNode granted = function.putArray("granted");
                    for (Permission permission : entry.granted()) {
                        granted.add(
                                json(permission).put("used", entry.used().contains(permission)));
                    }
                    ArrayNode denied = function.putArray("denied");
                    entry.denied().forEach(permission -> denied.add(json(permission)));
                });
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, root.toPrettyString());
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode json(Permission permission) {
        return JSON.createObjectNode()
                .put("action", permission.action())
                .put("resource", permission.resource());
    }
}
