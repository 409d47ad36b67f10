package io.parler.conversion.aws.api;

import io.parler.conversion.aws.Environment;
import java.util.Map;
import software.amazon.awssdk.regions.Region;

/// What the API is told by its environment.
public record ApiSettings(
        Region region,
        String audioBucket,
        String loadPostFunction,
        int maxCharacters,
        String publicOrigin) {
    public static ApiSettings from(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        ApiSettings settings =
                new ApiSettings(
                        Region.of(environment.read("AWS_REGION")),
                        environment.read("AUDIO_BUCKET"),
                        environment.read("LOAD_POST_FUNCTION"),
                        environment.readCount("MAX_CHARACTERS"),
                        environment.read("PUBLIC_ORIGIN"));
        environment.check();
        return settings;
    }
}
