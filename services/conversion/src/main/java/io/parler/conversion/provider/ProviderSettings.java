package io.parler.conversion.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads the environment variables of providers. All are optional.
///
/// @param variables returns the value of a variable. Empty if it is not set
public record ProviderSettings(Function<String, Optional<String>> variables) {
    public Optional<String> text(String name) {
        return variables.apply(name);
    }

    public BaseUrl url(String name, BaseUrl defaultUrl) {
        return text(name).map(BaseUrl::new).orElse(defaultUrl);
    }

    /// US dollars per million characters.
    public Optional<BigDecimal> price(String name) {
        return text(name).map(BigDecimal::new);
    }

    public int count(String name, int defaultValue) {
        return text(name).map(Integer::parseInt).orElse(defaultValue);
    }

    /// Names separated by commas.
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
