package io.parler.local.stack;

import java.net.URI;
import java.util.Map;

/// Creates buckets (AWS::S3::Bucket).
final class Buckets {
    private final AwsClient api;
    private final URI s3;

    Buckets(AwsClient api, URI s3) {
        this.api = api;
        this.s3 = s3;
    }

    CreatedResource create(String name) {
        URI bucket = s3.resolve("/" + name);
        if (api.rest("HEAD", bucket) != 200) {
            int status = api.rest("PUT", bucket);
            if (status != 200) {
                throw new IllegalStateException(
                        "S3 responded " + status + " when creating bucket " + name);
            }
        }
        return new CreatedResource(
                name,
                Map.of(
                        "Arn", "arn:aws:s3:::" + name,
                        "DomainName", name + ".s3.amazonaws.com",
                        "RegionalDomainName", name + ".s3." + Endpoints.REGION + ".amazonaws.com"));
    }
}
