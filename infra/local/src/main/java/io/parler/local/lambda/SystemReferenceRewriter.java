package io.parler.local.lambda;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Redirects a class's references to `System.getenv`, `out`, `err` and `exit` to [FunctionSystem].
/// Only the constant pool changes (JVMS 4.4); the code stays the same.
final class SystemReferenceRewriter {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int POOL = 8;

    private static final byte[] SYSTEM = bytes("java/lang/System");
    private static final byte[] FUNCTION_SYSTEM =
            bytes(FunctionSystem.class.getName().replace('.', '/'));
    private static final Set<String> REDIRECTED = Set.of("getenv", "out", "err", "exit");

    private final byte[] bytes;
    private final ByteBuffer file;
    private final int[] entries;
    private final int end;

    private SystemReferenceRewriter(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
        this.entries = new int[file.getShort(POOL) & 0xffff];
        int at = POOL + 2;
        for (int i = 1; i < entries.length; i++) {
            entries[i] = at;
            int tag = file.get(at);
            at += 1 + size(tag, at);
            if (tag == 5 || tag == 6) {
                i++; // a long or double has two entries
            }
        }
        this.end = at;
    }

    static byte[] redirect(byte[] classFile) {
        return new SystemReferenceRewriter(classFile.clone()).redirect();
    }

    private byte[] redirect() {
        int next = entries.length;
        boolean found = false;
        for (int entry : entries) {
            if (entry != 0 && refersToSystem(entry)) {
                file.putShort(entry + 1, (short) (next + 1));
                found = true;
            }
        }
        if (!found) {
            return bytes;
        }
        if (next + 2 > 0xffff) {
            throw new ClassFormatError("the constant pool is full");
        }
        ByteBuffer after = ByteBuffer.allocate(bytes.length + 3 + FUNCTION_SYSTEM.length + 3);
        after.put(bytes, 0, end);
        after.put((byte) UTF8).putShort((short) FUNCTION_SYSTEM.length).put(FUNCTION_SYSTEM);
        after.put((byte) CLASS).putShort((short) next);
        after.put(bytes, end, bytes.length - end);
        after.putShort(POOL, (short) (next + 2));
        return after.array();
    }

    private boolean refersToSystem(int entry) {
        int tag = file.get(entry);
        if (tag != FIELD && tag != METHOD) {
            return false;
        }
        int owner = entries[u2(entry + 1)];
        int nameAndType = entries[u2(entry + 3)];
        return file.get(nameAndType) == NAME_AND_TYPE
                && isUtf8(entries[u2(owner + 1)], SYSTEM)
                && REDIRECTED.contains(utf8(entries[u2(nameAndType + 1)]));
    }

    private boolean isUtf8(int entry, byte[] value) {
        int start = entry + 3;
        return u2(entry + 1) == value.length
                && Arrays.equals(bytes, start, start + value.length, value, 0, value.length);
    }

    private String utf8(int entry) {
        return new String(bytes, entry + 3, u2(entry + 1), StandardCharsets.UTF_8);
    }

    private int u2(int at) {
        return file.getShort(at) & 0xffff;
    }

    /// The number of bytes after the tag (JVMS table 4.4-A).
    private int size(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 2 + u2(at + 1);
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new ClassFormatError("unknown constant " + tag);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
