package io.parler.polly.text;

import java.text.Normalizer;

/// Folds Latin text to plain letters: removes accents, expands ligatures, straightens apostrophes.
final class LatinFolding {
    private LatinFolding() {}

    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        StringBuilder result = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '\u2018', '\u2019', '\u02bc', '`' -> result.append('\'');
                case 'ß' -> result.append("ss");
                case 'æ' -> result.append("ae");
                case 'Æ' -> result.append("Ae");
                case 'œ' -> result.append("oe");
                case 'Œ' -> result.append("Oe");
                case 'ø' -> result.append('o');
                case 'Ø' -> result.append('O');
                case 'ł' -> result.append('l');
                case 'Ł' -> result.append('L');
                case 'đ', 'ð' -> result.append('d');
                case 'Đ', 'Ð' -> result.append('D');
                case 'þ' -> result.append("th");
                case 'ı' -> result.append('i');
                default -> result.append(c);
            }
        }
        return result.toString();
    }
}
