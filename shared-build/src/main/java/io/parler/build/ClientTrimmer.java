package io.parler.build;

import io.parler.build.ClassReferences.Member;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Removes from the AWS clients the operations that nobody calls, and the classes that only those
/// need. A class is kept if a kept class names it anywhere; a method of a client is kept if a kept
/// class calls a method of its name.
///
/// Only generated clients are trimmed: they find their classes by naming them. Classes that are
/// found by a service loader or a list of interceptors must be passed as roots.
final class ClientTrimmer {
    /// What the SDK calls on any client through its own interfaces.
    private static final Set<String> CALLED_BY_SDK =
            Set.of("<init>", "<clinit>", "close", "serviceName", "serviceClientConfiguration");

    /// Chooses by the operation and casts to its request. It comes to no request of an operation
    /// that was removed, and the JVM loads a class only when it comes to it.
    private static final String ENDPOINTS = "EndpointResolverUtils";

    private static final String CLIENT = "software/amazon/awssdk/awscore/AwsClient";

    private final ClassFile classFile;
    private final Map<String, byte[]> bytes;
    private final Map<String, ClassModel> clients = new HashMap<>();

    /// Each client type's interface: S3Client for DefaultS3Client, S3Client and so on.
    private final Map<String, String> interfaces = new HashMap<>();

    private final Map<String, Set<String>> called = new HashMap<>();
    private final Map<String, byte[]> kept = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private ClientTrimmer(ClassHierarchyResolver hierarchy, Map<String, byte[]> clientClasses) {
        // A new constant pool for each class, so that it names nothing that was removed.
        classFile =
                ClassFile.of(
                        ConstantPoolSharingOption.NEW_POOL,
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy));
        bytes = clientClasses;
        bytes.forEach((name, content) -> clients.put(name, classFile.parse(content)));
        clients.values().forEach(this::findInterface);
    }

    /// The classes of the clients that the others need, trimmed, by their internal names.
    ///
    /// @param others all other classes of the function, which are roots
    /// @param roots names of further classes that must be kept
    static Map<String, byte[]> trim(
            Map<String, byte[]> clientClasses, Map<String, byte[]> others, Set<String> roots) {
        ClassHierarchyResolver hierarchy =
                ClassHierarchyResolver.ofResourceParsing(
                                type -> {
                                    String descriptor = type.descriptorString();
                                    String name = descriptor.substring(1, descriptor.length() - 1);
                                    byte[] content =
                                            clientClasses.getOrDefault(name, others.get(name));
                                    return content == null
                                            ? null
                                            : new ByteArrayInputStream(content);
                                })
                        .orElse(ClassHierarchyResolver.defaultResolver())
                        .cached();
        ClientTrimmer trimmer = new ClientTrimmer(hierarchy, clientClasses);
        trimmer.keep(roots);
        others.values().forEach(other -> trimmer.follow(trimmer.classFile.parse(other)));
        trimmer.run();
        return trimmer.kept;
    }

    private void findInterface(ClassModel type) {
        clientInterface(type)
                .ifPresent(found -> interfaces.put(type.thisClass().asInternalName(), found));
    }

    private Optional<String> clientInterface(ClassModel type) {
        for (ClassEntry parent : type.interfaces()) {
            if (parent.asInternalName().equals(CLIENT)) {
                return Optional.of(type.thisClass().asInternalName());
            }
            ClassModel known = clients.get(parent.asInternalName());
            if (known != null) {
                Optional<String> found = clientInterface(known);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return type.superclass()
                .map(parent -> clients.get(parent.asInternalName()))
                .flatMap(this::clientInterface);
    }

    private void run() {
        while (!open.isEmpty()) {
            String name = open.remove();
            ClassModel type = clients.get(name);
            if (type == null) {
                continue;
            }
            String client = interfaces.get(name);
            byte[] content =
                    client == null
                            ? Objects.requireNonNull(bytes.get(name))
                            : trimmed(type, called.getOrDefault(client, Set.of()));
            kept.put(name, content);
            follow(client == null ? type : classFile.parse(content));
        }
    }

    private void follow(ClassModel type) {
        ClassReferences references = ClassReferences.of(type);
        if (type.thisClass().asInternalName().endsWith(ENDPOINTS)) {
            references.classes().removeIf(name -> name.contains("/model/"));
        }
        keep(references.classes());
        for (Member member : references.members()) {
            String client = interfaces.get(member.owner());
            if (client != null
                    && called.computeIfAbsent(client, c -> new HashSet<>()).add(member.name())) {
                // One more method of these classes is kept.
                interfaces.forEach(
                        (name, of) -> {
                            if (of.equals(client) && kept.containsKey(name)) {
                                open.add(name);
                            }
                        });
            }
        }
    }

    private void keep(Set<String> names) {
        for (String name : names) {
            if (clients.containsKey(name) && !kept.containsKey(name) && !open.contains(name)) {
                open.add(name);
            }
        }
    }

    private byte[] trimmed(ClassModel client, Set<String> names) {
        return classFile.transformClass(
                client,
                ClassTransform.dropping(
                        element ->
                                switch (element) {
                                    case MethodModel method ->
                                            !isKept(method.methodName().stringValue(), names);
                                    // It names the requests of all operations; the JVM needs none.
                                    case InnerClassesAttribute _ -> true;
                                    default -> false;
                                }));
    }

    private static boolean isKept(String method, Set<String> called) {
        return CALLED_BY_SDK.contains(method) || called.contains(method);
    }
}
