package io.parler.build;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;

/// A function that calls one operation of a client.
public final class ParameterReader {
    private ParameterReader() {}

    public static String read(URI endpoint) {
        try (SsmClient ssm =
                SsmClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            return ssm.getParameter(r -> r.name("greeting")).parameter().value();
        } catch (ParameterNotFoundException e) {
            return "not found";
        }
    }
}
