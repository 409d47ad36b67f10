package io.parler.loadpost.cover;

/// Thrown for bytes that are no image, or one that is not supported. The message is for the user.
final class UnreadableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableImageException(String detail) {
        super(detail);
    }

    static UnreadableImageException broken() {
        return new UnreadableImageException(
                "The picture is damaged or of a kind that is not read.");
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
