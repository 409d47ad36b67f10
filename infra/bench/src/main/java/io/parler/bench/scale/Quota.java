package io.parler.bench.scale;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A limit of AWS or of the templates, and what is asked of it.
///
/// @param limit in the unit of the demand
/// @param setBy who can change it
/// @param source where the limit is written
record Quota(
        String name,
        double limit,
        SetBy setBy,
        String source,
        ToDoubleFunction<Demand> demandedOf) {
    private static final String DOCS = "https://docs.aws.amazon.com/";
    private static final String PARTITION =
            DOCS + "amazondynamodb/latest/developerguide/bp-partition-key-design.html";

    /// Who can change a limit.
    enum SetBy {
        /// A parameter or property of a template.
        TEMPLATE,
        /// AWS, on request.
        REQUEST,
        /// Nobody: the design has to change.
        DESIGN
    }

    static List<Quota> all(Scenario scenario) {
        return List.of(
                new Quota(
                        "voice: calls a second",
                        scenario.voice().callsPerSecond(),
                        SetBy.REQUEST,
                        DOCS + "polly/latest/dg/limits.html",
                        Demand::voiceCalls),
                new Quota(
                        "voice: calls in flight",
                        scenario.voice().callsInFlight(),
                        SetBy.REQUEST,
                        DOCS + "polly/latest/dg/limits.html",
                        Demand::voiceCallsInFlight),
                new Quota(
                        "ConversionWorker: at once",
                        scenario.workers(),
                        SetBy.TEMPLATE,
                        "services/conversion/template.yaml, MaximumConcurrency",
                        Demand::workers),
                new Quota(
                        "POST /v1/conversions: a second",
                        20,
                        SetBy.TEMPLATE,
                        "services/post-conversion/template.yaml, ThrottlingRateLimit",
                        Demand::peak),
                new Quota(
                        "one account: conversions a minute",
                        120,
                        SetBy.TEMPLATE,
                        "services/post-conversion/template.yaml, ConversionsPerMinute",
                        demand -> demand.largestPeak() * 60),
                new Quota(
                        "API of status: requests a second",
                        200,
                        SetBy.TEMPLATE,
                        "services/status/template.yaml, ThrottlingRateLimit",
                        demand -> demand.statusRequests() + demand.playRequests()),
                new Quota(
                        "StatusRecorder: at once",
                        20,
                        SetBy.TEMPLATE,
                        "services/status/template.yaml, MaximumConcurrency",
                        Demand::statusRecorders),
                new Quota(
                        "FeedPoller: at once",
                        5,
                        SetBy.TEMPLATE,
                        "services/load-post/template.yaml, MaximumConcurrency",
                        Demand::pollers),
                new Quota(
                        "FeedScheduler: feeds a minute",
                        1_000,
                        SetBy.DESIGN,
                        "services/load-post/src/main/java/io/parler/loadpost/follow/DueFeeds.java,"
                                + " MAX",
                        demand -> demand.polls() * 60),
                new Quota(
                        "Subscriptions, index due: write units a second",
                        1_000,
                        SetBy.DESIGN,
                        PARTITION,
                        Demand::dueIndexWrites),
                new Quota(
                        "Lambda: executions at once",
                        scenario.lambdaConcurrency(),
                        SetBy.REQUEST,
                        DOCS + "lambda/latest/dg/gettingstarted-limits.html",
                        Demand::executions),
                new Quota(
                        "API Gateway: requests a second",
                        10_000,
                        SetBy.REQUEST,
                        DOCS + "apigateway/latest/developerguide/limits.html",
                        Demand::apiRequests),
                new Quota(
                        "SNS: messages published a second",
                        30_000,
                        SetBy.REQUEST,
                        DOCS + "general/latest/gr/sns.html",
                        Demand::events),
                new Quota(
                        "SQS Jobs: messages in flight",
                        120_000,
                        SetBy.REQUEST,
                        DOCS + "AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html",
                        Demand::workers),
                new Quota(
                        "Quotas, item of the installation: write units a second",
                        1_000,
                        SetBy.DESIGN,
                        PARTITION,
                        Demand::installationWrites),
                new Quota(
                        "Library, largest account: write units a second",
                        1_000,
                        SetBy.DESIGN,
                        PARTITION,
                        Demand::largestLibraryWrites),
                new Quota(
                        "Plays, largest account: write units a second",
                        1_000,
                        SetBy.DESIGN,
                        PARTITION,
                        Demand::largestPlayWrites),
                new Quota(
                        "Conversions, table: write units a second",
                        40_000,
                        SetBy.REQUEST,
                        DOCS + "amazondynamodb/latest/developerguide/ServiceQuotas.html",
                        Demand::statusWrites),
                new Quota(
                        "S3 audio/, ids in order of time: PUT a second",
                        3_500,
                        SetBy.DESIGN,
                        DOCS + "AmazonS3/latest/userguide/optimizing-performance.html",
                        Demand::publishedFiles),
                new Quota(
                        "S3 chunks/, before S3 has split it: PUT a second",
                        3_500,
                        SetBy.DESIGN,
                        DOCS + "AmazonS3/latest/userguide/optimizing-performance.html",
                        Demand::chunkFiles),
                new Quota(
                        "CloudFront: requests a second",
                        250_000,
                        SetBy.REQUEST,
                        DOCS + "AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
                        demand -> demand.apiRequests() + demand.plays()),
                new Quota(
                        "CloudFront: Gbit a second",
                        150,
                        SetBy.REQUEST,
                        DOCS + "AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
                        demand -> demand.deliveredBits() / 1e9));
    }

    /// The share of the limit that is asked for; more than 1 is too much.
    double utilisation(Demand demand) {
        return demandedOf.applyAsDouble(demand) / limit;
    }
}
