package io.parler.status;

import java.util.Locale;

/// The playing time of audio, for people and for machines.
public record PlayingTime(double seconds) {

    /// `3:04`, or `1:02:03`: full seconds, as players show them.
    public String clock() {
        long whole = (long) seconds;
        long hours = whole / 3600;
        long minutes = whole / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
    }

    /// ISO 8601: `PT185S`.
    public String iso() {
        return "PT" + Math.round(seconds) + "S";
    }
}
