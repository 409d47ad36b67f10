package io.parler.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A short form: without kills, which `KilledWorkerIT` tries, and without faults of SQS: where it
/// does not accept a delay, a message is delivered again minutes later only.
class FaultsBenchIT {
    @Test
    void whileServicesFailNoConversionIsLostOrBilledTwice() {
        var out = new StringWriter();

        int code =
                new CommandLine(new FaultsBench())
                        .setOut(new PrintWriter(out))
                        .execute(
                                "--conversions=8",
                                "--characters=60",
                                "--outage=1",
                                "--kill-every=0",
                                "--patience=8",
                                "--services=DYNAMODB,SNS,S3,POLLY",
                                "--data=target/faults",
                                "--home=../..");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains("8 accepted", "every promise was kept");
    }
}
