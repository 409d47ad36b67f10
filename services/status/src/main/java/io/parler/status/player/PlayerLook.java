package io.parler.status.player;

import java.util.Locale;
import java.util.Optional;

/// How the page around wants the player to look.
public record PlayerLook(Theme theme, Form form) {
    /// The colors; `AUTO` follows the reader's system.
    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    /// How much is shown: all, the title and the controls, or one line.
    public enum Form {
        FULL,
        COMPACT,
        MINI
    }

    public static final PlayerLook DEFAULT = new PlayerLook(Theme.AUTO, Form.FULL);

    /// Reads the parameters `theme` and `form`. Unknown values count as absent: a typing error in
    /// an embed code must not take the audio off a page.
    public static PlayerLook of(Optional<String> theme, Optional<String> form) {
        return new PlayerLook(
                value(Theme.class, theme, Theme.AUTO), value(Form.class, form, Form.FULL));
    }

    private static <E extends Enum<E>> E value(Class<E> type, Optional<String> name, E absent) {
        for (E value : type.getEnumConstants()) {
            if (name.filter(n -> n.equals(htmlName(value))).isPresent()) {
                return value;
            }
        }
        return absent;
    }

    static String htmlName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// The `content` of `<meta name="color-scheme">`.
    String colorScheme() {
        return theme == Theme.AUTO ? "light dark" : htmlName(theme);
    }
}
