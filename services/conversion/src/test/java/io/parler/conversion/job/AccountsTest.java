package io.parler.conversion.job;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.TestVoices;
import io.parler.id.AccountId;
import io.parler.request.Timing;
import org.junit.jupiter.api.Test;

/// What one account had synthesized is neither reused by another nor visible in its price.
class AccountsTest {
    private static final String OTHER_ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    private final ConversionInMemory conversion =
            new ConversionInMemory(anonymous("T", paragraph("a", "One.")));

    @Test
    void theChunksOfAnotherAccountAreNotReused() throws InterruptedException {
        conversion.completed(job(ID));

        Audiobook other = conversion.completed(job(OTHER_ID, OTHER, 1));

        assertThat(other.billedCharacters()).isEqualTo(other.characters());
        assertThat(conversion.voice.synthesizedTexts()).hasSize(4);
    }

    @Test
    void thePriceDoesNotTellWhatAnotherAccountHadSynthesized() throws InterruptedException {
        int before = conversion.quoted(OTHER, Timing.SENTENCES).offers().getFirst().billable();
        conversion.completed(job(ID));

        assertThat(conversion.quoted(OTHER, Timing.SENTENCES).offers().getFirst().billable())
                .isEqualTo(before)
                .isPositive();
        assertThat(conversion.quoted(Timing.SENTENCES).offers().getFirst().billable()).isZero();
    }

    /// What is stored from before there were accounts is found under these names.
    @Test
    void theNamesOfTheOwnersChunksHaveNoAccount() {
        ChunkKey owners =
                ChunkKey.of(
                        AccountId.OWNER, ConversionInMemory.utterance("One."), TestVoices.JOANNA);
        ChunkKey others =
                ChunkKey.of(OTHER, ConversionInMemory.utterance("One."), TestVoices.JOANNA);

        assertThat(owners.name()).isEqualTo(owners.sha256());
        assertThat(others.name()).isEqualTo("acc_q7c2mzk4w5tdx3hb/" + owners.sha256());
    }
}
