package io.parler.polly.voice;

import io.parler.polly.voice.Voice.Persona;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the list of voices that espeak-ng adds.
final class EspeakVoiceList {
    private static final double FEMALE_PITCH = 1;

    /// Those of English are spoken by MaryTTS, whose speaker is a woman: a man has a longer vocal
    /// tract. Without these factors, speech recognition understands men badly.
    private static final double MALE_TRACT = 1.16;

    /// Pitch factors that distinguish voices of the same language and gender.
    private static final List<Double> PITCH_VARIANTS = List.of(1.0, 1.12, .9, 1.22);

    private final Map<String, Voice> voices = new LinkedHashMap<>();

    private EspeakVoiceList() {}

    static List<Voice> read() {
        EspeakVoiceList list = new EspeakVoiceList();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                EspeakVoiceList.class.getResourceAsStream("espeak-voices.txt"),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(list::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(list.voices.values());
    }

    private void add(String line) {
        String[] fields = line.split("\\|", -1);
        Language language = new Language(fields[0].strip(), fields[1].strip(), fields[2].strip());
        add(language, Voice.FEMALE, FEMALE_PITCH, fields[3].strip());
        add(language, Voice.MALE, Persona.MALE_PITCH, fields[4].strip());
    }

    private void add(Language language, String gender, double pitch, String names) {
        if (names.isEmpty()) {
            return;
        }
        String[] all = names.split(" ", -1);
        for (int i = 0; i < all.length; i++) {
            String[] name = all[i].split(":", 2);
            boolean man = language.isEnglish() && gender.equals(Voice.MALE);
            double variant = man ? 1 - .08 * i : PITCH_VARIANTS.get(i);
            Persona persona = new Persona(pitch * variant, man ? MALE_TRACT : 1, 1);
            voices.merge(
                    name[0],
                    new Voice(name[0], gender, List.of(language), engines(name[1]), persona),
                    EspeakVoiceList::merge);
        }
    }

    private static Voice merge(Voice first, Voice second) {
        List<Language> languages = new ArrayList<>(first.languages());
        languages.addAll(second.languages());
        return new Voice(
                first.id(),
                first.gender(),
                List.copyOf(languages),
                first.engines(),
                first.persona());
    }

    private static List<Engine> engines(String initials) {
        return Arrays.stream(Engine.values())
                .filter(engine -> initials.indexOf(engine.code().charAt(0)) >= 0)
                .toList();
    }
}
