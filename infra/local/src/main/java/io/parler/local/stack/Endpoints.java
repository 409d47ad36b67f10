package io.parler.local.stack;

import io.parler.local.engine.EmbeddedEngines;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where each AWS service answers, and the credentials to use there.
///
/// @param others further services, by the id that the SDK's `AWS_ENDPOINT_URL_<ID>` has for them
public record Endpoints(
        URI dynamoDb,
        URI sqs,
        URI s3,
        URI sns,
        URI lambda,
        URI ssm,
        URI secretsManager,
        URI stepFunctions,
        Map<String, URI> others) {
    public static final String REGION = EmbeddedEngines.REGION;
    public static final String ACCOUNT_ID = EmbeddedEngines.ACCOUNT;
    public static final String ACCESS_KEY = EmbeddedEngines.ACCESS_KEY_ID;
    public static final String SECRET_KEY = EmbeddedEngines.SECRET_ACCESS_KEY;

    /// The environment variables that make an AWS SDK use these endpoints.
    public Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_REGION", REGION);
        variables.put("AWS_DEFAULT_REGION", REGION);
        variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
        variables.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
        variables.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
        variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
        variables.put("AWS_ENDPOINT_URL_SNS", sns.toString());
        variables.put("AWS_ENDPOINT_URL_LAMBDA", lambda.toString());
        variables.put("AWS_ENDPOINT_URL_SSM", ssm.toString());
        variables.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsManager.toString());
        variables.put("AWS_ENDPOINT_URL_SFN", stepFunctions.toString());
        others.forEach((id, uri) -> variables.put("AWS_ENDPOINT_URL_" + id, uri.toString()));
        return variables;
    }
}
