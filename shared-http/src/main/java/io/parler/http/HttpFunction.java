package io.parler.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A function behind API Gateway. It reads events and writes responses with the mapper that it has
/// for bodies: the one of Lambda's runtime would make each cold start longer.
public interface HttpFunction extends RequestStreamHandler {
    APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context);

    @Override
    default void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        APIGatewayV2HTTPEvent event = Json.read(input.readAllBytes(), APIGatewayV2HTTPEvent.class);
        output.write(Json.bytes(handleRequest(event, context)));
    }

    /// Handles requests of its own, a few times each, after one that has all that an event can
    /// have.
    default void prime(PrimingRequest... requests) throws IOException {
        for (int round = 0; round < PrimingRequest.ROUNDS; round++) {
            handle(PrimingRequest.preflight());
            for (PrimingRequest request : requests) {
                handle(request.event());
            }
        }
    }

    private void handle(APIGatewayV2HTTPEvent event) throws IOException {
        handleRequest(
                new ByteArrayInputStream(Json.bytes(event)),
                OutputStream.nullOutputStream(),
                new PrimingContext());
    }
}
