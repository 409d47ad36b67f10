package io.parler.e2e.fuzz;

import java.util.List;
import java.util.Random;

/// Values that callers send by mistake or on purpose.
final class HostileValues {
    private static final List<String> STRINGS =
            List.of(
                    "",
                    " ",
                    "\0",
                    "a\0b",
                    "\ufffe",
                    "\uffff\ufdd0",
                    "\ud800",
                    "\udc00x",
                    "\u0001\u0085\u009f",
                    "\u202etxet",
                    "\ud83d\ude00",
                    "null",
                    "-1",
                    "0",
                    "1e309",
                    "99999999999999999999",
                    "01",
                    "true",
                    "[]",
                    "{}",
                    "'",
                    "\"",
                    "<script>alert(1)</script>",
                    "%",
                    "%zz",
                    "%00",
                    "../../etc/passwd",
                    "..",
                    ".",
                    "/",
                    "//",
                    "\\",
                    "a/b",
                    "a?b#c",
                    "a b+c",
                    "${jndi:ldap://x}",
                    "' OR 1=1 --",
                    "\r\nX-Injected: 1",
                    "http://",
                    "http://127.0.0.1:1/",
                    "http://10.0.0.1/",
                    "http://[::1]/",
                    "http://a b/",
                    "https://user:pass@host/",
                    "file:///etc/passwd",
                    "javascript:alert(1)",
                    "http://nobody.invalid/",
                    "http://\u00fc.invalid/",
                    "01900000-0000-7000-8000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "en",
                    "en-US-x-verylongprivateuse",
                    "polly:Joanna:neural",
                    "openai:",
                    ":",
                    "::",
                    "20",
                    "W/\"x\"",
                    "*");

    private HostileValues() {}

    static String string(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "a".repeat(1 << random.nextInt(14));
            case 1 -> "\u0301".repeat(1 << random.nextInt(12));
            case 2 -> any(random, 0x250);
            case 3 -> any(random, 0x10000);
            default -> STRINGS.get(random.nextInt(STRINGS.size()));
        };
    }

    private static String any(Random random, int bound) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(40), 0, bound).forEach(c -> text.append((char) c));
        return text.toString();
    }

    /// JSON of any kind, as text.
    static String json(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-1";
            case 3 -> "1e400";
            case 4 -> "[]";
            case 5 -> "{}";
            case 6 -> "[null]";
            case 7 -> "[[[[{}]]]]";
            case 8 -> "{\"a\":{\"b\":[1,\"\\ufffe\",null]}}";
            case 9 -> "\"\\u0000\\ud800\"";
            case 10 -> "[".repeat(3_000) + "]".repeat(3_000);
            default -> JsonText.quoted(string(random));
        };
    }
}
