package io.parler.conversion.normalization;

import java.util.List;

/// Marks of notes and sources, which are not spoken.
final class NoteMarks {
    private static final String SUPERSCRIPTS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]";

    /// "claim[1]", "[citation needed]", "claim¹", "claim†".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "\\[(?:note |nb |fn ?|ref ?)?\\d{1,3}(?:(?:, ?| ?[–-]"
                                    + " ?)\\d{1,3}){0,20}\\]",
                            _ -> ""),
                    Rule.of("(?=\\[)(?<=[\\p{L}\\p{N}.,;!?”\"])\\[[a-z]{1,2}\\]", _ -> ""),
                    Rule.ignoringCase(
                            "\\[(?:citation needed|clarification"
                                    + " needed|who\\?|when\\?|where\\?|which\\?|by whom\\?|according to"
                                    + " whom\\?|dubious(?: – discuss)?|edit|better source"
                                    + " needed|update|original research\\?|page needed|dead link|failed"
                                    + " verification|vague|not in citation given|verification"
                                    + " needed|source\\?|needs update)\\]",
                            _ -> ""),
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
                    Rule.of("(?=[ᵃᵇᶜᵈᵉ])(?<=\\p{L}{2})[ᵃᵇᶜᵈᵉ](?!\\p{L})", _ -> ""),
                    Rule.of(
                            "(?=[†‡*])(?<=[\\p{L}\\p{N}.,;:!?”\")])[†‡*]{1,3}(?=[\\s.,;:!?)]|$)",
                            _ -> ""),
                    Rule.of("^[†‡*]{1,3} ?(?=\\p{L})", _ -> ""),
                    Rule.of("(?<=\\p{L})[™®℠]", _ -> ""));

    private NoteMarks() {}
}
