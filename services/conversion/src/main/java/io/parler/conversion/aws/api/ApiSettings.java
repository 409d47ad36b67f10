package io.parler.conversion.aws.api;

import io.parler.aws.Environment;
import software.amazon.awssdk.regions.Region;

/// The API's environment variables.
public record ApiSettings(
        Region region,
        String audioBucket,
        String loadPostFunction,
        int maxCharacters,
        String publicOrigin) {
    public static ApiSettings of(Environment environment) {
        return new ApiSettings(
                environment.region("AWS_REGION"),
                environment.text("AUDIO_BUCKET"),
                environment.text("LOAD_POST_FUNCTION"),
                environment.count("MAX_CHARACTERS"),
                environment.text("PUBLIC_ORIGIN"));
    }
}
