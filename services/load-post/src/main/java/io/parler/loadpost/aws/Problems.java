package io.parler.loadpost.aws;

import io.parler.loadpost.load.Refusal;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.util.Locale;

/// Refusals as the problems of the API.
final class Problems {
    private Problems() {}

    static ProblemException of(Refusal refusal, String detail) {
        return new ProblemException(
                Problem.of(status(refusal), slug(refusal), title(refusal), detail));
    }

    static ProblemException invalidParameter(String detail) {
        return new ProblemException(
                Problem.of(400, "invalid-parameter", "A parameter is not as it should be", detail));
    }

    static String slug(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static int status(Refusal refusal) {
        return switch (refusal) {
            case NO_FEED, POST_NOT_FOUND -> 404;
            case URL_INVALID,
                    URL_NOT_ALLOWED,
                    SITE_REFUSED,
                    PAGE_NOT_FOUND,
                    PAGE_TOO_LARGE,
                    UNREADABLE_FEED,
                    NOT_HTML,
                    NO_ARTICLE,
                    NO_PICTURE ->
                    422;
            case SITE_UNREACHABLE -> 502;
            case SITE_TIMEOUT -> 504;
        };
    }

    static String title(Refusal refusal) {
        return switch (refusal) {
            case URL_INVALID -> "That is not a web address";
            case URL_NOT_ALLOWED -> "That address may not be fetched";
            case SITE_UNREACHABLE -> "The site can't be reached";
            case SITE_TIMEOUT -> "The site did not answer in time";
            case SITE_REFUSED -> "The site refused";
            case PAGE_NOT_FOUND -> "The site has no such page";
            case PAGE_TOO_LARGE -> "The page is too large";
            case NO_FEED -> "No feed at that address";
            case UNREADABLE_FEED -> "The feed can't be read";
            case NOT_HTML -> "That is not a web page";
            case NO_ARTICLE -> "No article on that page";
            case POST_NOT_FOUND -> "The feed has no such post";
            case NO_PICTURE -> "No picture at that address";
        };
    }
}
