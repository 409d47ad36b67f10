package io.parler.polly.ssml;

import io.parler.polly.text.Prosody;
import io.parler.polly.text.ScriptBuilder;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Interprets the attributes of Polly's SSML tags.
final class SsmlAttributes {
    private static final Pattern TIME = Pattern.compile("\\+?(\\d+(?:\\.\\d+)?|\\.\\d+)(ms|s)");
    private static final int MAX_PAUSE_MILLIS = 10_000;
    private static final Pattern PERCENT = Pattern.compile("([+-])?(\\d+(?:\\.\\d+)?)%");
    private static final Pattern DECIBELS = Pattern.compile("[+-]\\d+(?:\\.\\d+)?(?=dB$)");

    private SsmlAttributes() {}

    static String required(Map<String, String> attributes, String name)
            throws InvalidSsmlException {
        String value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidSsmlException();
        }
        return value;
    }

    /// The length of a `break` in milliseconds.
    static int pause(Map<String, String> attributes) throws InvalidSsmlException {
        String time = attributes.get("time");
        if (time == null) {
            return switch (attributes.getOrDefault("strength", "medium")) {
                case "none", "x-weak" -> 0;
                case "weak", "medium" -> 250;
                case "strong" -> ScriptBuilder.SENTENCE_PAUSE_MILLIS;
                case "x-strong" -> ScriptBuilder.PARAGRAPH_PAUSE_MILLIS;
                default -> throw new InvalidSsmlException();
            };
        }
        Matcher m = TIME.matcher(time);
        if (!m.matches()) {
            throw new InvalidSsmlException();
        }
        double millis = Double.parseDouble(m.group(1)) * (m.group(2).equals("s") ? 1000 : 1);
        if (millis > MAX_PAUSE_MILLIS) {
            throw new InvalidSsmlException();
        }
        return (int) Math.round(millis);
    }

    /// Of the values of `interpret-as`, only those for spelling are supported.
    static void checkSpelling(String interpretAs) throws InvalidSsmlException {
        if (!interpretAs.equals("characters") && !interpretAs.equals("spell-out")) {
            throw new InvalidSsmlException();
        }
    }

    static String spelled(CharSequence letters) {
        return letters.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    /// The pronunciation of a `phoneme`; null for X-SAMPA, which is not supported: its text is
    /// spoken.
    static @Nullable String ipa(Map<String, String> attributes) throws InvalidSsmlException {
        String sounds = required(attributes, "ph");
        return switch (attributes.getOrDefault("alphabet", "ipa")) {
            case "ipa" -> sounds;
            case "x-sampa" -> null;
            default -> throw new InvalidSsmlException();
        };
    }

    static Prosody prosody(Map<String, String> attributes) throws InvalidSsmlException {
        if (!attributes.containsKey("rate")
                && !attributes.containsKey("pitch")
                && !attributes.containsKey("volume")) {
            throw new InvalidSsmlException();
        }
        return new Prosody(
                rate(attributes.get("rate")),
                pitch(attributes.get("pitch")),
                volume(attributes.get("volume")));
    }

    static Prosody emphasis(Map<String, String> attributes) throws InvalidSsmlException {
        return switch (attributes.getOrDefault("level", "moderate")) {
            case "strong" -> new Prosody(.85, 1.1, 3);
            case "moderate" -> new Prosody(.92, 1.05, 1.5);
            case "reduced" -> new Prosody(1.08, .97, -2);
            case "none" -> Prosody.NORMAL;
            default -> throw new InvalidSsmlException();
        };
    }

    /// The part of speech of a role; null if it leaves the choice to the engine.
    static @Nullable String partOfSpeech(String role) throws InvalidSsmlException {
        return switch (role) {
            case "amazon:VB" -> "VB";
            case "amazon:VBD" -> "VBD";
            case "amazon:DT" -> "DT";
            case "amazon:IN" -> "IN";
            case "amazon:JJ" -> "JJ";
            case "amazon:NN" -> "NN";
            case "amazon:DEFAULT", "amazon:SENSE_1" -> null;
            default -> throw new InvalidSsmlException();
        };
    }

    private static double rate(@Nullable String value) throws InvalidSsmlException {
        return switch (value) {
            case null -> 1;
            case "x-slow" -> .5;
            case "slow" -> .75;
            case "medium", "default" -> 1;
            case "fast" -> 1.3;
            case "x-fast" -> 1.7;
            default -> Math.clamp(percent(value, false), .2, 2);
        };
    }

    private static double pitch(@Nullable String value) throws InvalidSsmlException {
        return switch (value) {
            case null -> 1;
            case "x-low" -> .75;
            case "low" -> .87;
            case "medium", "default" -> 1;
            case "high" -> 1.15;
            case "x-high" -> 1.33;
            default -> Math.clamp(percent(value, true), .5, 1.5);
        };
    }

    private static double volume(@Nullable String value) throws InvalidSsmlException {
        return switch (value) {
            case null -> 0;
            case "silent" -> Prosody.SILENT;
            case "x-soft" -> -12;
            case "soft" -> -6;
            case "medium", "default" -> 0;
            case "loud" -> 3;
            case "x-loud" -> 6;
            default -> {
                Matcher m = DECIBELS.matcher(value);
                if (!m.lookingAt()) {
                    throw new InvalidSsmlException();
                }
                yield Math.min(Double.parseDouble(m.group()), 6);
            }
        };
    }

    /// Parses a factor; "120%" and "+20%" are the same.
    ///
    /// @param change whether a sign is required, as for a pitch
    private static double percent(String value, boolean change) throws InvalidSsmlException {
        Matcher m = PERCENT.matcher(value);
        if (!m.matches() || (change && m.group(1) == null)) {
            throw new InvalidSsmlException();
        }
        double part = Double.parseDouble(m.group(2)) / 100;
        if (m.group(1) == null) {
            return part;
        }
        return m.group(1).equals("+") ? 1 + part : 1 - part;
    }
}
