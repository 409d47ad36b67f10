package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://blog.example/        |                  | true
                    http://blog.example:8443/   |                  | true
                    http://blog.example:22/     |                  | false
                    http://blog.example:22/     | blog.example     | true
                    http://blog.example:22/     | blog.example:22  | true
                    http://blog.example:22/     | blog.example:23  | false
                    http://blog.example:22/     | other.example    | false
                    http://blog.example:22/     | 10.0.0.0/8       | true
                    http://93.184.216.34/       |                  | true
                    http://93.184.216.34:22/    |                  | false
                    http://10.0.0.1/            |                  | false
                    http://10.0.0.1:22/         | 10.0.0.0/8       | true
                    http://10.0.0.1/            | 192.168.0.0/16   | false
                    http://[::1]/               |                  | false
                    http://[::1]:22/            | [::1]            | true
                    """)
    void privateAddressesAndOtherPortsAreRefusedWithoutALookup(
            String url, String allowed, boolean at) throws Exception {
        var addresses = new AddressPolicy(new AllowedNetworks(allowed == null ? "" : allowed));
        assertThat(addresses.mayAllow(WebAddress.parse(url))).isEqualTo(at);
    }
}
