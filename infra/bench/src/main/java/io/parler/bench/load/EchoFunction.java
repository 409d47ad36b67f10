package io.parler.bench.load;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The floor of an API function: it answers at once. What a request takes is the local runtime's.
public final class EchoFunction implements RequestStreamHandler {
    private static final byte[] RESPONSE =
            "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\"}"
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        input.readAllBytes();
        output.write(RESPONSE);
    }
}
