package io.parler.polly;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the attributes of Polly's SSML tags mean.
final class SsmlValues {
    private static final Pattern TIME = Pattern.compile("\\+?(\\d+(?:\\.\\d+)?|\\.\\d+)(ms|s)");
    private static final int LONGEST_PAUSE = 10_000;
    private static final Pattern PERCENT = Pattern.compile("([+-])?(\\d+(?:\\.\\d+)?)%");
    private static final Pattern DECIBELS = Pattern.compile("[+-]\\d+(?:\\.\\d+)?(?=dB$)");

    private SsmlValues() {}

    static String required(Map<String, String> attributes, String name) throws PollyException {
        String value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw PollyException.invalidSsml();
        }
        return value;
    }

    /// Milliseconds of a `break`.
    static int pause(Map<String, String> attributes) throws PollyException {
        String time = attributes.get("time");
        if (time == null) {
            return switch (attributes.getOrDefault("strength", "medium")) {
                case "none", "x-weak" -> 0;
                case "weak", "medium" -> 250;
                case "strong" -> ScriptBuilder.SENTENCE_MILLIS;
                case "x-strong" -> ScriptBuilder.PARAGRAPH_MILLIS;
                default -> throw PollyException.invalidSsml();
            };
        }
        Matcher m = TIME.matcher(time);
        if (!m.matches()) {
            throw PollyException.invalidSsml();
        }
        double millis = Double.parseDouble(m.group(1)) * (m.group(2).equals("s") ? 1000 : 1);
        if (millis > LONGEST_PAUSE) {
            throw PollyException.invalidSsml();
        }
        return (int) Math.round(millis);
    }

    /// Of what `say-as` can be, letters alone are known here.
    static void letters(String interpretAs) throws PollyException {
        if (!interpretAs.equals("characters") && !interpretAs.equals("spell-out")) {
            throw PollyException.invalidSsml();
        }
    }

    static String spelled(CharSequence letters) {
        return letters.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    /// The sounds of a `phoneme`; null in X-SAMPA, which is not read here: its text is said.
    static @Nullable String ipa(Map<String, String> attributes) throws PollyException {
        String sounds = required(attributes, "ph");
        return switch (attributes.getOrDefault("alphabet", "ipa")) {
            case "ipa" -> sounds;
            case "x-sampa" -> null;
            default -> throw PollyException.invalidSsml();
        };
    }

    static Manner prosody(Map<String, String> attributes) throws PollyException {
        if (!attributes.containsKey("rate")
                && !attributes.containsKey("pitch")
                && !attributes.containsKey("volume")) {
            throw PollyException.invalidSsml();
        }
        return new Manner(
                rate(attributes.get("rate")),
                pitch(attributes.get("pitch")),
                volume(attributes.get("volume")));
    }

    static Manner emphasis(Map<String, String> attributes) throws PollyException {
        return switch (attributes.getOrDefault("level", "moderate")) {
            case "strong" -> new Manner(.85, 1.1, 3);
            case "moderate" -> new Manner(.92, 1.05, 1.5);
            case "reduced" -> new Manner(1.08, .97, -2);
            case "none" -> Manner.PLAIN;
            default -> throw PollyException.invalidSsml();
        };
    }

    /// The part of speech that a role names; null where it leaves the choice to the engine.
    static @Nullable String role(String role) throws PollyException {
        return switch (role) {
            case "amazon:VB" -> "VB";
            case "amazon:VBD" -> "VBD";
            case "amazon:DT" -> "DT";
            case "amazon:IN" -> "IN";
            case "amazon:JJ" -> "JJ";
            case "amazon:NN" -> "NN";
            case "amazon:DEFAULT", "amazon:SENSE_1" -> null;
            default -> throw PollyException.invalidSsml();
        };
    }

    private static double rate(@Nullable String value) throws PollyException {
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

    private static double pitch(@Nullable String value) throws PollyException {
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

    private static double volume(@Nullable String value) throws PollyException {
        return switch (value) {
            case null -> 0;
            case "silent" -> Manner.SILENT;
            case "x-soft" -> -12;
            case "soft" -> -6;
            case "medium", "default" -> 0;
            case "loud" -> 3;
            case "x-loud" -> 6;
            default -> {
                Matcher m = DECIBELS.matcher(value);
                if (!m.lookingAt()) {
                    throw PollyException.invalidSsml();
                }
                yield Math.min(Double.parseDouble(m.group()), 6);
            }
        };
    }

    /// "120%" and "+20%" are the same; a pitch is always given as a change.
    private static double percent(String value, boolean change) throws PollyException {
        Matcher m = PERCENT.matcher(value);
        if (!m.matches() || (change && m.group(1) == null)) {
            throw PollyException.invalidSsml();
        }
        double part = Double.parseDouble(m.group(2)) / 100;
        if (m.group(1) == null) {
            return part;
        }
        return m.group(1).equals("+") ? 1 + part : 1 - part;
    }
}
