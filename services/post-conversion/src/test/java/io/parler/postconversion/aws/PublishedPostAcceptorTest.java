package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.events.CloudEvent;
import io.parler.events.Redelivery;
import io.parler.id.AccountId;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.AcceptedRequest;
import io.parler.postconversion.IdempotencyStoreInMemory;
import io.parler.postconversion.PublisherInMemory;
import io.parler.postconversion.RequestAcceptor;
import io.parler.postconversion.TextStoreInMemory;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.problem.Problem;
import io.parler.rate.MinuteLimit;
import io.parler.request.Source;
import io.parler.testing.Contract;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedPostAcceptorTest {
    private static final AccountId ACCOUNT = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final String POST = Contract.event("post.published.v1");

    private final SettableClock clock = new SettableClock("2026-11-20T18:00:10Z");
    private final IdempotencyStoreInMemory idempotency = new IdempotencyStoreInMemory(clock);
    private final PublisherInMemory publisher = new PublisherInMemory();
    private final Map<String, Integer> requests = new HashMap<>();
    private final List<Problem> rejections = new ArrayList<>();

    private PublishedPostAcceptor acceptor(long installationCharacters) {
        return new PublishedPostAcceptor(
                new RequestAcceptor(
                        idempotency,
                        new MinuteLimit(
                                (account, minute, max) ->
                                        requests.merge(account + minute, 1, Integer::sum) <= max,
                                2,
                                clock),
                        new Quota(
                                new UsageStoreInMemory(),
                                new MonthlyCaps(10_000, installationCharacters),
                                clock),
                        new TextStoreInMemory(),
                        publisher,
                        new UuidV7Generator(clock),
                        clock),
                (_, problem) -> rejections.add(problem),
                Redelivery.afterVisibilityTimeout());
    }

    private static String edition(int number) {
        return POST.replace("\"edition\": 1", "\"edition\": " + number);
    }

    @Test
    void eachTextOfAPostIsAcceptedOnce() {
        PublishedPostAcceptor acceptor = acceptor(100_000);
        assertThat(SqsBatch.failures(acceptor, POST, POST)).isEmpty();
        assertThat(SqsBatch.failures(acceptor, POST)).isEmpty();

        AcceptedRequest accepted = publisher.published.getFirst();
        assertThat(publisher.published).hasSize(1);
        assertThat(accepted.account()).isEqualTo(ACCOUNT);
        assertThat(accepted.source())
                .isEqualTo(
                        new Source.Page(
                                URI.create(
                                        "https://blog.example.com/2026/11/why-queues-beat-cron/")));
        assertThat(accepted.voice()).isEqualTo(Optional.of("Joanna"));
        assertThat(accepted.options().json()).containsEntry("code", "skip");

        assertThat(SqsBatch.failures(acceptor, edition(2))).isEmpty();
        assertThat(publisher.published).hasSize(2);
    }

    @Test
    void aPostWithoutAnAddressIsAcceptedByItsFeed() {
        SqsBatch.failures(acceptor(100_000), Contract.event("post.published.v1-feed-post"));
        assertThat(publisher.published.getFirst().source())
                .isEqualTo(
                        new Source.FeedPost(
                                URI.create("https://blog.example.com/feed.xml"),
                                "tag:blog.example.com,2026:note-7"));
    }

    @Test
    void whatCanNotBeAcceptedNowIsDeliveredAgain() {
        publisher.becomeUnavailable();
        assertThat(SqsBatch.failures(acceptor(100_000), POST)).hasSize(1);
        publisher.recover();
        assertThat(SqsBatch.failures(acceptor(100_000), POST)).isEmpty();
        assertThat(publisher.published).hasSize(1);
    }

    @Test
    void moreThanTheAccountMayRequestInAMinuteIsDeliveredAgain() {
        PublishedPostAcceptor acceptor = acceptor(100_000);
        assertThat(SqsBatch.failures(acceptor, POST, edition(2), edition(3)))
                .containsExactly("m-2");
        clock.advance(Duration.ofMinutes(1));
        assertThat(SqsBatch.failures(acceptor, edition(3))).isEmpty();
        assertThat(publisher.published).hasSize(3);
    }

    @Test
    void aPostAboveTheCapIsReportedToItsAccount() {
        assertThat(SqsBatch.failures(acceptor(0), POST)).isEmpty();
        assertThat(publisher.published).isEmpty();
        assertThat(rejections).hasSize(1);
        assertThat(rejections.getFirst().detail())
                .startsWith("The new post “Why queues beat cron” was not converted.");
        CloudEvent event =
                CloudEvent.of(
                        "id",
                        "/parler/post-conversion",
                        ConversionFailedV1.TYPE,
                        new UuidV7Generator(clock).get().toString(),
                        clock.instant(),
                        "correlation",
                        PostRejectedV1.of(ACCOUNT, rejections.getFirst()));
        Contract.assertValid("events/conversion.failed.v1", event.json());
    }

    @Test
    void anotherEventOrAnInvalidRequestBecomesADeadLetter() {
        assertThat(
                        SqsBatch.failures(
                                acceptor(100_000),
                                Contract.event("conversion.deleted.v1"),
                                POST.replace("https://blog", "ftp://blog"),
                                "{}"))
                .containsExactly("m-0", "m-1", "m-2");
    }
}
