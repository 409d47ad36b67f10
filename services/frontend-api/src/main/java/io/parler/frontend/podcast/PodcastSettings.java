package io.parler.frontend.podcast;

import java.util.List;
import java.util.Optional;

/// What the owner of a show decides about it.
///
/// @param link the show's web site
/// @param language BCP 47
/// @param categories of [Categories], the main one first
/// @param blog all posts below this address are episodes; without it they are chosen one by one
/// @param isPrivate whether the feed needs its secret
/// @param txt lines that prove the ownership to a directory (`podcast:txt`)
/// @param locked whether other hosts may not import the show (`podcast:locked`)
/// @param color of the artwork: `#` and six hexadecimal digits
public record PodcastSettings(
        String title,
        String description,
        String link,
        String language,
        String author,
        Optional<String> ownerEmail,
        List<String> categories,
        boolean explicit,
        Optional<String> blog,
        boolean isPrivate,
        List<String> txt,
        boolean locked,
        String color) {
    public PodcastSettings {
        categories = List.copyOf(categories);
        txt = List.copyOf(txt);
    }
}
