package io.parler.conversion.job;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.testing.ConversionInMemory;
import io.parler.id.AccountId;
import org.junit.jupiter.api.Test;

/// A deleted conversion leaves nothing behind.
class DeletionTest {
    private final ConversionInMemory conversion =
            new ConversionInMemory(anonymous("T", paragraph("a", "One.")));
    private final ConversionDeletion deletion =
            new ConversionDeletion(conversion.output, conversion.output, conversion.output);

    @Test
    void theFilesOfACompletedConversionAreDeleted() throws InterruptedException {
        conversion.completed(job(ID));

        deletion.delete(ID);

        assertThat(conversion.output.holds(ID)).isFalse();
    }

    @Test
    void aConversionThatWasDeletedBeforeItStartedIsNotBilled() throws InterruptedException {
        deletion.delete(ID);

        assertThat(conversion.refused(job(ID)).slug()).isEqualTo("conversion-deleted");
        assertThat(conversion.voice.synthesizedTexts()).isEmpty();
        assertThat(conversion.output.told()).containsExactly("failed conversion-deleted");
    }

    @Test
    void aRunInFlightPublishesNothingLeavesNothingAndSaysWhatItWasBilled()
            throws InterruptedException {
        conversion.output.onScript(() -> deletion.delete(ID));

        assertThat(conversion.refused(job(ID)).slug()).isEqualTo("conversion-deleted");

        assertThat(conversion.output.holds(ID)).isFalse();
        assertThat(conversion.output.told())
                .doesNotContain("completed 1 5")
                .endsWith("failed conversion-deleted 5");
    }

    /// What an earlier run was billed is unknown, so its characters stay reserved.
    @Test
    void aLaterRunOfADeletedConversionSaysNothing() throws InterruptedException {
        deletion.delete(ID);

        assertThat(conversion.run(job(ID, AccountId.OWNER, 2)))
                .isEqualTo(new Conversion.Outcome.Deleted());
        assertThat(conversion.output.told()).isEmpty();
    }
}
