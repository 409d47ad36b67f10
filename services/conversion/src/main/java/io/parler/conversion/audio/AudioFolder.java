package io.parler.conversion.audio;

import io.parler.request.Visibility;

/// Where the files of a conversion are. The edge serves those of a private conversion only to
/// signed addresses.
///
/// @param id the conversion's id
public record AudioFolder(String id, Visibility visibility) {
    /// The beginning of its files' keys.
    public String prefix() {
        return switch (visibility) {
            case PUBLIC -> "audio/" + id + "/";
            case PRIVATE -> "audio/private/" + id + "/";
        };
    }
}
