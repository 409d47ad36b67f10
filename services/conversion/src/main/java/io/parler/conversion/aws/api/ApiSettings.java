package io.parler.conversion.aws.api;

import io.parler.aws.Environment;
import java.util.List;
import software.amazon.awssdk.regions.Region;

/// The API's environment variables.
///
/// @param standInProviders the providers in whose place another voice speaks, which bills nothing
public record ApiSettings(
        Region region,
        String audioBucket,
        String loadPostFunction,
        int maxCharacters,
        String publicOrigin,
        List<String> standInProviders) {
    public static ApiSettings of(Environment environment) {
        return new ApiSettings(
                environment.region("AWS_REGION"),
                environment.text("AUDIO_BUCKET"),
                environment.text("LOAD_POST_FUNCTION"),
                environment.count("MAX_CHARACTERS"),
                environment.text("PUBLIC_ORIGIN"),
                environment.list("STAND_IN_PROVIDERS"));
    }
}
