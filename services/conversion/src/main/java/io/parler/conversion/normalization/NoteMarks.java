package io.parler.conversion.normalization;

import java.util.List;

/// Marks of notes and sources, which are not spoken.
final class NoteMarks {
    private static final String SUPERSCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]";

    private static final String ENGLISH =
            "citation needed|clarification"
                    + " needed|who\\?|when\\?|where\\?|which\\?|by whom\\?|according to"
                    + " whom\\?|dubious(?: – discuss)?|edit|better source"
                    + " needed|update|original research\\?|page needed|dead link|failed"
                    + " verification|vague|not in citation given|verification"
                    + " needed|source\\?|needs update";

    static final List<Rule> RULES = rules(ENGLISH);

    private NoteMarks() {}

    /// "claim[1]", "[citation needed]", "claim¹", "claim†".
    ///
    /// @param remarks what an encyclopedia's editors write in brackets, as a pattern
    static List<Rule> rules(String remarks) {
        return List.of(
                Rule.of(
                        "\\[(?:note |Note |nb |fn ?|ref ?|Anm\\. |nota |noot |N )?(?!0)\\d{1,3}(?:(?:, ?| ?[–-]"
                                + " ?)\\d{1,3}){0,20}\\](?! ?=)",
                        _ -> ""),
                Rule.of(
                        "(?=\\[)(?<=[\\p{L}\\p{N}.,;!?”\"])\\[[a-h]{1,2}\\](?! ?[=+*/<-])",
                        _ -> ""),
                Rule.ignoringCase("\\[(?:" + remarks + ")\\]", _ -> ""),
                Rule.of(
                        "(?=[⁰¹²³⁴-⁹])(?<=[\\p{L}.,;:!?”\")’]{1,1})(?<=\\p{L}{3}|[.,;:!?”\")’])"
                                + SUPERSCRIPTS
                                + "{1,3}(?:[,⁻]"
                                + SUPERSCRIPTS
                                + "{1,3}){0,5}(?!\\p{N})",
                        _ -> ""),
                Rule.of(
                        "(?=[⁰¹²³⁴-⁹])(?<=(?<!\\d)(?:1[5-9]|20)\\d\\d)"
                                + SUPERSCRIPTS
                                + "{1,3}(?!\\p{N})",
                        _ -> ""),
                Rule.of("(?=[ᵃᵇᶜᵈᵉ])(?<=\\p{L}{2})(?<![IVXL])[ᵃᵇᶜᵈᵉ](?!\\p{L})", _ -> ""),
                Rule.of(
                        "(?=[†‡*])(?<=[\\p{L}\\p{N}.,;:!?”\")])[†‡*]{1,3}(?=[\\s.,;:!?)]|$)",
                        _ -> ""),
                Rule.of("^[†‡*]{1,3} ?(?=\\p{L})", _ -> ""),
                Rule.of("(?<=\\p{L})[™®℠]", _ -> ""));
    }
}
