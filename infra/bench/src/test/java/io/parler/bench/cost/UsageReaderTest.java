package io.parler.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.parler.deploy.price.Price;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class UsageReaderTest {
    private static final Offset<Double> EXACTLY = within(1e-12);

    @Test
    void anInvocationIsBilledByMemoryAndMillisecondsRoundedUp() throws IOException {
        Consumption read =
                UsageReader.read(
                        List.of(
                                """
                                {"kind":"invocation","function":"parler-dev-post-conversion-QuotaRecorder",
                                 "memory":512,"ms":99.2,"queue":"parler-dev-post-conversion-Completed","messages":3}
                                """));

        assertThat(read.services()).containsExactly("post-conversion");
        assertThat(read.units(Price.LAMBDA_REQUEST)).isEqualTo(1);
        assertThat(read.units(Price.LAMBDA_GB_SECOND)).isCloseTo(0.05, EXACTLY);
        // Three are sent; one receive and one delete for the batch.
        assertThat(read.units(Price.QUEUE_REQUEST)).isEqualTo(5);
        assertThat(read.functions().values())
                .singleElement()
                .extracting(Consumption.FunctionUse::medianMilliseconds)
                .isEqualTo(99.2);
    }

    @Test
    void callsAreBilledByTheirService() throws IOException {
        Consumption read =
                UsageReader.read(
                        List.of(
                                call("dynamodb:GetItem", "\"capacity\":{\"t\":0.5}"),
                                call("dynamodb:UpdateItem", "\"capacity\":{\"t\":2.0}"),
                                call("dynamodb:PutItem", "\"writes\":3,\"capacity\":{\"t\":2.0}"),
                                call("s3:PutObject", "\"sent\":2000000"),
                                call("s3:GetObject", "\"received\":5"),
                                call("sns:Publish", "\"sent\":65537"),
                                call("sqs:SendMessage", "\"sent\":5"),
                                call("sqs:ChangeMessageVisibility", "\"sent\":5"),
                                call("polly:SynthesizeSpeech", "\"sent\":5")));

        assertThat(read.units(Price.TABLE_READ)).isEqualTo(0.5);
        assertThat(read.units(Price.TABLE_WRITE)).isEqualTo(2 + 3 * 2);
        assertThat(read.units(Price.BUCKET_WRITE)).isEqualTo(1);
        assertThat(read.units(Price.BUCKET_GB_MONTH)).isCloseTo(0.002, EXACTLY);
        assertThat(read.units(Price.BUCKET_READ)).isEqualTo(1);
        assertThat(read.units(Price.TOPIC_REQUEST)).isEqualTo(2);
        assertThat(read.units(Price.QUEUE_REQUEST)).isEqualTo(1);
        assertThat(read.services()).containsExactly("conversion");
    }

    @Test
    void aRequestForAudioReachesTheBucketAndNoApi() throws IOException {
        Consumption read =
                UsageReader.read(
                        List.of(
                                "{\"kind\":\"request\",\"path\":\"/audio/*\",\"bucket\":true,\"bytes\":1000}",
                                "{\"kind\":\"request\",\"path\":\"*\",\"bucket\":false,\"bytes\":500}"));

        assertThat(read.units(Price.EDGE_REQUEST)).isEqualTo(2);
        assertThat(read.units(Price.EDGE_GB)).isCloseTo(1.5e-6, EXACTLY);
        assertThat(read.units(Price.BUCKET_READ)).isEqualTo(1);
        assertThat(read.units(Price.API_REQUEST)).isEqualTo(1);
    }

    @Test
    void whatRunsEachMinuteIsNoCostOfAPost() throws IOException {
        Consumption read =
                UsageReader.read(
                        List.of(
                                "{\"kind\":\"invocation\",\"function\":\"parler-dev-load-post-FeedScheduler\",\"memory\":1024,\"ms\":5}"));

        assertThat(read.services()).isEmpty();
    }

    @Test
    void anotherLineIsAnError() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> UsageReader.read(List.of("{\"kind\":\"dream\"}")));
    }

    private static String call(String action, String more) {
        return "{\"kind\":\"call\",\"function\":\"parler-dev-conversion-ConversionWorker\",\"action\":\""
                + action
                + "\",\"resource\":\"r\","
                + more
                + "}";
    }
}
