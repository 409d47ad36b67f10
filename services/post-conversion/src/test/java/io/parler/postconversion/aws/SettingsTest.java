package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.testing.TemplateFunction;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void theApiReadsWhatItsTemplateSets() {
        assertThat(Environment.names(PostConversionApi.Settings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("PostConversionApi"));
    }

    @Test
    void theAcceptorOfPublishedPostsReadsWhatItsTemplateSets() {
        assertThat(Environment.names(AcceptorSettings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("PublishedPostAcceptor"));
    }

    @Test
    void theRecorderReadsWhatItsTemplateSets() {
        assertThat(Environment.names(QuotaRecorder.Settings::of))
                .containsExactlyInAnyOrderElementsOf(TemplateFunction.variables("QuotaRecorder"));
    }

    @Test
    void theWorkerOfCollectionsReadsWhatItsTemplateSets() {
        assertThat(Environment.names(CollectionWorker.Settings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("CollectionWorker"));
    }

    @Test
    void theReservationReadsWhatItsTemplateSets() {
        assertThat(Environment.names(QuotaReservation.Settings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("QuotaReservation"));
    }
}
