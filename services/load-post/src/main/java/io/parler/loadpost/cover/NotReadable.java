package io.parler.loadpost.cover;

/// Bytes that are no picture, or none that is read; the message is a sentence for the user.
final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadable(String detail) {
        super(detail);
    }

    static NotReadable broken() {
        return new NotReadable("The picture is damaged or of a kind that is not read.");
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
