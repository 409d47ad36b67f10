package io.parler.status.player;

import java.util.Locale;

/// A length of time as people read it, and as machines do.
record Length(double seconds) {

    /// `3:04`, or `1:02:03`: whole seconds that have passed, as clocks and players count.
    String clock() {
        long whole = (long) seconds;
        long hours = whole / 3600;
        long minutes = whole / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
    }

    /// ISO 8601: `PT185S`.
    String iso() {
        return "PT" + Math.round(seconds) + "S";
    }
}
