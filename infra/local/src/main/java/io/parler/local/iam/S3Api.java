package io.parler.local.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// S3: the action follows from the method, the path and the query.
final class S3Api implements ServiceApi {
    private static final String ERROR =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code>"
                    + "<Message>%s</Message><RequestId>%s</RequestId></Error>";

    /// A key to delete, in the body of DeleteObjects.
    private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

    /// Parameters that don't change the action.
    private static final Set<String> PLAIN =
            Set.of(
                    "continuation-token",
                    "delimiter",
                    "encoding-type",
                    "fetch-owner",
                    "list-type",
                    "marker",
                    "max-keys",
                    "partNumber",
                    "prefix",
                    "start-after",
                    "x-id");

    /// Only the list of keys to delete: other bodies can be large.
    @Override
    public boolean readsBody(HttpHead head) {
        return isDeletion(head);
    }

    private static boolean isDeletion(HttpHead head) {
        return head.method().equals("POST") && parameters(head).equals(Set.of("delete"));
    }

    @Override
    public List<Permission> needed(HttpHead head, byte[] body) {
        Target target = Target.of(head);
        if (isDeletion(head)) {
            return KEY.matcher(new String(body, StandardCharsets.UTF_8))
                    .results()
                    .map(key -> target.arn() + "/" + unescaped(key.group(1)))
                    .map(arn -> new Permission("s3:DeleteObject", arn))
                    .toList();
        }
        Set<String> query = parameters(head);
        List<Permission> needed = new ArrayList<>();
        String action =
                target.key().isEmpty()
                        ? onBucket(head.method(), query)
                        : onObject(head.method(), query);
        if (!action.isEmpty()) {
            needed.add(new Permission(action, target.arn()));
        }
        String source = head.header("x-amz-copy-source");
        if (!source.isEmpty() && !needed.isEmpty()) {
            String path = decoded(source.replaceFirst("^/", "").replaceFirst("\\?.*", ""));
            needed.add(new Permission("s3:GetObject", "arn:aws:s3:::" + path));
        }
        return needed;
    }

    private static String onObject(String method, Set<String> query) {
        boolean upload = query.remove("uploadId");
        boolean uploads = query.remove("uploads");
        if (!query.isEmpty()) {
            return "";
        }
        return switch (method) {
            case "GET" -> upload ? "s3:ListMultipartUploadParts" : "s3:GetObject";
            case "HEAD" -> "s3:GetObject";
            case "PUT" -> "s3:PutObject";
            case "POST" -> upload || uploads ? "s3:PutObject" : "";
            case "DELETE" -> upload ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
            default -> "";
        };
    }

    private static String onBucket(String method, Set<String> query) {
        if (query.equals(Set.of("uploads")) && method.equals("GET")) {
            return "s3:ListBucketMultipartUploads";
        }
        if (!query.isEmpty()) {
            return "";
        }
        return switch (method) {
            case "GET", "HEAD" -> "s3:ListBucket";
            case "PUT" -> "s3:CreateBucket";
            case "DELETE" -> "s3:DeleteBucket";
            default -> "";
        };
    }

    /// S3 tells only those who may list a bucket that an object is not in it.
    @Override
    public List<Permission> neededToLearnOfAbsence(HttpHead head) {
        Target target = Target.of(head);
        boolean reads = head.method().equals("GET") || head.method().equals("HEAD");
        return !reads || target.key().isEmpty()
                ? List.of()
                : List.of(new Permission("s3:ListBucket", "arn:aws:s3:::" + target.bucket()));
    }

    /// The names of parameters that change the action.
    private static Set<String> parameters(HttpHead head) {
        return Arrays.stream(head.query().split("&", -1))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .filter(name -> !name.isEmpty() && !PLAIN.contains(name))
                .filter(name -> !name.startsWith("X-Amz-") && !name.startsWith("response-"))
                .collect(Collectors.toSet());
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The bucket and key in a path; an empty key is the bucket itself.
    private record Target(String bucket, String key) {
        static Target of(HttpHead head) {
            String path = decoded(head.path().replaceFirst("^/", ""));
            int slash = path.indexOf('/');
            return slash < 0
                    ? new Target(path, "")
                    : new Target(path.substring(0, slash), path.substring(slash + 1));
        }

        String arn() {
            return "arn:aws:s3:::" + (key.isEmpty() ? bucket : bucket + "/" + key);
        }
    }

    @Override
    public Reply accessDenied(String message) {
        return Reply.xml(403, ERROR, "AccessDenied", message);
    }

    @Override
    public Reply unknownKey(String message) {
        return Reply.xml(403, ERROR, "InvalidAccessKeyId", message);
    }
}
