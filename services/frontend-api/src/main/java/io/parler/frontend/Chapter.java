package io.parler.frontend;

/// A chapter of a recording.
///
/// @param start seconds from the beginning
public record Chapter(double start, String title) {
    /// In the event of a completed conversion, in UTF-16 units.
    private static final int MAX_TITLE = 200;

    private static final String MORE = "…";

    /// Whether it has this title, or the beginning of it that fits.
    boolean isTitled(String whole) {
        return title.equals(whole)
                || (whole.length() > MAX_TITLE
                        && title.endsWith(MORE)
                        && whole.startsWith(title.substring(0, title.length() - MORE.length())));
    }

    Chapter titled(String whole) {
        if (whole.length() <= MAX_TITLE) {
            return new Chapter(start, whole);
        }
        int end = MAX_TITLE - MORE.length();
        boolean splits = Character.isHighSurrogate(whole.charAt(end - 1));
        return new Chapter(start, whole.substring(0, splits ? end - 1 : end).strip() + MORE);
    }
}
