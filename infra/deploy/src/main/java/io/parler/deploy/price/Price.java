package io.parler.deploy.price;

import java.math.BigDecimal;
import java.math.MathContext;

/// AWS's list prices in us-east-1 (Northern Virginia), in US dollars, first tier. Voices are priced
/// where they are described, in the service `conversion`.
public enum Price {
    ALARM_METRIC(Product.CLOUDWATCH, "alarm metric", "0.10", 1, 10, "cloudwatch"),
    COMPOSITE_ALARM(Product.CLOUDWATCH, "composite alarm", "0.50", 1, 0, "cloudwatch"),
    DASHBOARD(Product.CLOUDWATCH, "dashboard", "3.00", 1, 3, "cloudwatch"),
    CUSTOM_METRIC(Product.CLOUDWATCH, "custom metric", "0.30", 1, 10, "cloudwatch"),
    LOGS_GB(Product.CLOUDWATCH, "GB of logs", "0.50", 1, 5, "cloudwatch"),
    KMS_KEY(Product.OTHER, "KMS key", "1.00", 1, 0, "kms"),
    BUDGET_ACTION(Product.OTHER, "budget action", "3.00", 1, 2, "aws-cost-management/aws-budgets"),
    SECRET(Product.OTHER, "secret", "0.40", 1, 0, "secrets-manager"),
    TRACE(Product.OTHER, "X-Ray trace", "5.00", 1_000_000, 100_000, "xray"),
    LAMBDA_REQUEST(Product.LAMBDA, "invocation", "0.20", 1_000_000, 1_000_000, "lambda"),
    /// On arm64.
    LAMBDA_GB_SECOND(Product.LAMBDA, "GB-second", "0.0000133334", 1, 400_000, "lambda"),
    API_REQUEST(Product.API_GATEWAY, "request", "1.00", 1_000_000, 0, "api-gateway"),
    TOPIC_REQUEST(Product.SNS, "publication (64 KB)", "0.50", 1_000_000, 1_000_000, "sns"),
    QUEUE_REQUEST(Product.SQS, "request", "0.40", 1_000_000, 1_000_000, "sqs"),
    /// The surcharge for messages with a group (fair queues).
    FAIR_QUEUE_REQUEST(Product.SQS, "request with a group", "0.10", 1_000_000, 0, "sqs"),
    TABLE_READ(Product.DYNAMODB, "read unit", "0.125", 1_000_000, 0, "dynamodb"),
    TABLE_WRITE(Product.DYNAMODB, "write unit", "0.625", 1_000_000, 0, "dynamodb"),
    BUCKET_WRITE(Product.S3, "PUT, LIST", "0.005", 1_000, 0, "s3"),
    BUCKET_READ(Product.S3, "GET", "0.0004", 1_000, 0, "s3"),
    BUCKET_GB_MONTH(Product.S3, "GB stored a month", "0.023", 1, 0, "s3"),
    /// North America and Europe.
    EDGE_REQUEST(Product.CLOUDFRONT, "request", "0.0100", 10_000, 10_000_000, "cloudfront"),
    EDGE_GB(Product.CLOUDFRONT, "GB delivered", "0.085", 1, 1_000, "cloudfront");

    /// When the prices were last looked through; most, but not all, against copies of the pages.
    public static final String CHECKED = "2026-11-28";

    /// What AWS's bill calls a service.
    public enum Product {
        LAMBDA("Lambda"),
        API_GATEWAY("API Gateway"),
        SNS("SNS"),
        SQS("SQS"),
        DYNAMODB("DynamoDB"),
        S3("S3"),
        CLOUDFRONT("CloudFront"),
        CLOUDWATCH("CloudWatch"),
        OTHER("other");

        private final String label;

        Product(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Product product;
    private final String unit;
    private final BigDecimal dollars;
    private final int per;
    private final int free;
    private final String page;

    /// @param dollars for `per` units
    /// @param free how many units a month an account has for nothing, without end
    Price(Product product, String unit, String dollars, int per, int free, String page) {
        this.product = product;
        this.unit = unit;
        this.dollars = new BigDecimal(dollars);
        this.per = per;
        this.free = free;
        this.page = page;
    }

    public Product product() {
        return product;
    }

    /// The noun of one unit.
    public String unit() {
        return unit;
    }

    /// How many units a month an account has for nothing.
    public int free() {
        return free;
    }

    /// The page with the price.
    public String source() {
        return "https://aws.amazon.com/" + page + "/pricing/";
    }

    /// What units cost, without those that are free.
    public BigDecimal of(BigDecimal units) {
        return dollars.multiply(units).divide(BigDecimal.valueOf(per), MathContext.DECIMAL64);
    }

    /// What the units of a month cost, if the account uses nothing else.
    public BigDecimal ofMonth(BigDecimal units) {
        return of(units.subtract(BigDecimal.valueOf(free)).max(BigDecimal.ZERO));
    }
}
