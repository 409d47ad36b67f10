package io.parler.local.stack;

import java.net.URI;
import java.util.Map;

/// AWS::S3::Bucket.
final class Buckets {
    private final AwsApi api;
    private final URI s3;

    Buckets(AwsApi api, URI s3) {
        this.api = api;
        this.s3 = s3;
    }

    Made make(String name) {
        URI bucket = s3.resolve("/" + name);
        if (api.rest("HEAD", bucket) != 200) {
            int status = api.rest("PUT", bucket);
            if (status != 200) {
                throw new IllegalStateException("S3 answered " + status + " to bucket " + name);
            }
        }
        return new Made(
                name,
                Map.of(
                        "Arn", "arn:aws:s3:::" + name,
                        "DomainName", name + ".s3.amazonaws.com",
                        "RegionalDomainName", name + ".s3." + Endpoints.REGION + ".amazonaws.com"));
    }
}
