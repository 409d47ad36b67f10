package io.parler.local.iam;

import io.parler.local.usage.UsageLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A call that is allowed, and what is written down of it. DynamoDB is asked for the capacity that
/// the call consumes.
final class ForwardedCall {
    private static final byte[] CAPACITY =
            "{\"ReturnConsumedCapacity\":\"TOTAL\",".getBytes(StandardCharsets.US_ASCII);

    private final UsageLog usage;
    private final String function;
    private final Permission call;
    private final int writes;
    private final ByteArrayOutputStream response = new ByteArrayOutputStream();
    private long sent;
    private long received;

    /// @param call what it does; of a transaction the first of its writes
    /// @param writes how many a transaction has; 1 for all other calls
    ForwardedCall(UsageLog usage, String function, Permission call, int writes) {
        this.writes = writes;
        this.usage = usage;
        this.function = function;
        this.call = call;
    }

    private boolean isDynamoDb() {
        return call.action().startsWith("dynamodb:");
    }

    /// The body to send. Its signature would be wrong, but DynamoDB Local checks none.
    byte[] body(byte[] body) {
        if (!isDynamoDb() || body.length <= 2 || body[0] != '{') {
            return body;
        }
        byte[] asking = new byte[CAPACITY.length + body.length - 1];
        System.arraycopy(CAPACITY, 0, asking, 0, CAPACITY.length);
        System.arraycopy(body, 1, asking, CAPACITY.length, body.length - 1);
        return asking;
    }

    OutputStream sending(OutputStream out) {
        return new Counting(out) {
            @Override
            void count(byte[] bytes, int offset, int length) {
                sent += length;
            }
        };
    }

    OutputStream receiving(OutputStream out) {
        return new Counting(out) {
            @Override
            void count(byte[] bytes, int offset, int length) {
                received += length;
                if (isDynamoDb()) {
                    response.write(bytes, offset, length);
                }
            }
        };
    }

    void end() {
        usage.called(
                function,
                call.action(),
                call.resource(),
                writes,
                sent,
                received,
                response.toByteArray());
    }

    /// Passes bytes on and counts them.
    private abstract static class Counting extends OutputStream {
        private final OutputStream out;

        Counting(OutputStream out) {
            this.out = out;
        }

        abstract void count(byte[] bytes, int offset, int length);

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
