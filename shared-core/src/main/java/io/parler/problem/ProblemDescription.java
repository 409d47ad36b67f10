package io.parler.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The description of a problem type in `problems.json`.
record ProblemDescription(String title, int status, String help) {

    /// All of them, by slug.
    static Map<String, ProblemDescription> readAll() {
        try (InputStream file = ProblemDescription.class.getResourceAsStream("problems.json");
                JsonParser json = new JsonFactory().createParser(Objects.requireNonNull(file))) {
            Map<String, ProblemDescription> all = new HashMap<>();
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String slug = json.currentName();
                json.nextToken();
                all.put(slug, read(json));
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemDescription read(JsonParser json) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            members.put(name, json.getText());
        }
        return new ProblemDescription(
                member(members, "title"),
                Integer.parseInt(member(members, "status")),
                member(members, "help"));
    }

    private static String member(Map<String, String> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }
}
