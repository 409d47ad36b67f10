package io.parler.conversion.normalization;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Units of measurement after a number.
final class Units {
    /// The names of a unit: of one, and of several.
    private record Unit(String one, String many) {}

    /// Symbols, the name of one and, if it has no -s, of several.
    private static final String TABLE =
            """
            km kilometer; cm centimeter; mm millimeter; µm micrometer; nm nanometer; dm decimeter; m meter
            kg kilogram; mg milligram; µg,mcg microgram; g gram; t tonne; lb,lbs,lb.,lbs. pound; oz,oz. ounce; st. stone|stone
            l,L liter; ml,mL milliliter; cl,cL centiliter; dl,dL deciliter; µl,µL microliter; gal,gal. gallon; qt,qt.,qts,qts. quart; pt. pint
            tsp,tsp. teaspoon; tbsp,tbsp.,Tbsp tablespoon; fl_oz,fl._oz. fluid_ounce
            ft,ft. foot|feet; in. inch|inches; yd,yd.,yds yard; mi,mi. mile; nmi nautical_mile; ly light_year; au,AU astronomical_unit; pc parsec
            ha hectare; ac acre; sq_ft,sq._ft.,ft² square_foot|square_feet; sq_m square_meter; sq_mi,sq._mi. square_mile; sq_km square_kilometer; cu_ft,cu._ft. cubic_foot|cubic_feet; sq_in,in² square_inch|square_inches; in³ cubic_inch|cubic_inches; ft³ cubic_foot|cubic_feet; cc cubic_centimeter; sq_yd square_yard
            s,sec,sec.,secs second; ms,msec millisecond; µs,us microsecond; ns nanosecond; ps picosecond; min,min.,mins minute; h,hr,hr.,hrs,hrs. hour; yr,yrs,yr.,yrs. year; mo,mo. month; wk,wks week
            km/h,kph,kmh,km/hr kilometer_per_hour|kilometers_per_hour; mph,mi/h mile_per_hour|miles_per_hour; m/s meter_per_second|meters_per_second; mpg mile_per_gallon|miles_per_gallon; kn,kt knot
            Hz hertz|hertz; kHz kilohertz|kilohertz; MHz megahertz|megahertz; GHz gigahertz|gigahertz; THz terahertz|terahertz
            W watt; kW kilowatt; MW megawatt; GW gigawatt; TW terawatt; mW milliwatt; Wh watt_hour; kWh kilowatt_hour; MWh megawatt_hour; GWh gigawatt_hour; TWh terawatt_hour; kWp kilowatt_peak|kilowatt_peak; hp horsepower|horsepower
            V volt; kV kilovolt; mV millivolt; mA milliamp; µA microamp; kA kiloamp; mAh milliamp_hour; Ah amp_hour; Ω ohm; kΩ kiloohm; MΩ megaohm; µF microfarad; nF nanofarad; pF picofarad; mH millihenry|millihenries; VA volt_amp; eV electron_volt; keV kiloelectron_volt; MeV megaelectron_volt; GeV gigaelectron_volt; TeV teraelectron_volt
            J joule; kJ kilojoule; MJ megajoule; cal calorie; kcal kilocalorie; N newton; kN kilonewton; Nm,N·m newton_meter; Pa pascal; hPa hectopascal; kPa kilopascal; MPa megapascal; GPa gigapascal; psi,PSI pound_per_square_inch|pounds_per_square_inch; atm atmosphere; mmHg millimeter_of_mercury|millimeters_of_mercury; mbar millibar; BTU British_thermal_unit; mT millitesla|milliteslas; mol mole; mmol millimole; mM millimolar|millimolar; Bq becquerel; mSv millisievert; Gy gray; lm lumen; lx lux|lux; cd candela|candelas; sr steradian; rad radian; dpi,DPI dot_per_inch|dots_per_inch; ppi pixel_per_inch|pixels_per_inch
            °C,℃ degree_Celsius|degrees_Celsius; °F,℉ degree_Fahrenheit|degrees_Fahrenheit; °N degree_north|degrees_north; °S degree_south|degrees_south; °E degree_east|degrees_east; °W degree_west|degrees_west; °K,K kelvin|kelvin; ° degree
            dB decibel; dBA,dB(A) decibel; rpm,RPM revolution_per_minute|revolutions_per_minute; bpm beat_per_minute|beats_per_minute; fps frame_per_second|frames_per_second; px pixel; MP megapixel; rps request_per_second|requests_per_second; qps query_per_second|queries_per_second; wpm word_per_minute|words_per_minute
            B byte; kB,KB kilobyte; MB megabyte; GB gigabyte; TB terabyte; PB petabyte; EB exabyte; KiB kibibyte; MiB mebibyte; GiB gibibyte; TiB tebibyte; kbit,kb,Kb kilobit; Mbit,Mb megabit; Gbit,Gb gigabit
            bps bit_per_second|bits_per_second; kbps,Kbps,kbit/s,kb/s kilobit_per_second|kilobits_per_second; Mbps,Mbit/s,Mb/s megabit_per_second|megabits_per_second; Gbps,Gbit/s,Gb/s gigabit_per_second|gigabits_per_second; Tbps terabit_per_second|terabits_per_second
            pct,pct. percent|percent; p.p. percentage_point; bar bar|bar; Å angstrom; ppm part_per_million|parts_per_million; ppb part_per_billion|parts_per_billion; % percent|percent; ‰ per_mille|per_mille; pp percentage_point; FLOPS FLOPS|FLOPS; TFLOPS teraFLOPS|teraFLOPS; GFLOPS gigaFLOPS|gigaFLOPS
            """;

    /// These are said together with a count of their own: "25 m²".
    private static final List<String> LENGTHS =
            List.of("km", "cm", "mm", "µm", "nm", "dm", "m", "yd");

    /// As letters after a number they may mean something else: only after a blank.
    private static final Set<String> AFTER_BLANK =
            Set.of(
                    "K", "N", "J", "t", "B", "st.", "kn", "pc", "cd", "ac", "au", "AU", "pp", "MP",
                    "rad", "kt", "mo", "us", "pct", "p.p.", "bar");

    /// Symbols that mean a unit even without a number before them.
    private static final String ALONE =
            "km/hr?|m/s|µs|μs|km²|m²|m³|cm²|cm³|mm²|°C|°F|kWh|MWh|GWh|MHz|GHz|kHz|MB/s|GB/s|kB/s|Mbps|Gbps|Mbit/s|mph|kW|dB|ms|ns|km";

    private static final String START_OF_RATE =
            EnglishNumbers.START + "(?<number>" + EnglishNumbers.NUMBER + "(?: ?[kKMB])?) ?";
    private static final Map<String, Unit> UNITS = units();
    private static final String SYMBOLS =
            UNITS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(joining("|"));
    private static final String END = "(?![\\p{L}\\p{N}²³'’^])(?!\\.\\p{L})";

    /// Not "2x + 3", "2x − 1", "4x > 5", where x is a variable; but "3x – 5x" is a range.
    private static final String NOT_IN_A_TERM =
            "(?! ?[=+]| [<>≤≥]=? \\d| [−-] \\d+(?![\\d.]*[x×]))";

    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            START_OF_RATE
                                    + "(?<what>reqs?|requests?|ops?|msgs?|events?|rows?|quer(?:y|ies)|txn?s?|packets?|pages?|frames?|calls?|tokens?|words?|images?|files?|writes?|reads?|hits?)/(?<per>s|sec|min|h|hr|day|second|minute|hour|ms)(?![\\p{L}\\p{N}/])",
                            Units::rate),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<number>\\d{1,4}\\.\\d{1,3}) ?A(?![\\p{L}\\p{N}-])",
                            found -> found.group("number") + " amps"),
                    Rule.of(
                            EnglishNumbers.AMOUNT
                                    + " ?(?:(?<pounds>lbs?[-·⋅]ft)|ft[-·⋅]lbs?)(?![\\p{L}\\p{N}])",
                            found ->
                                    EnglishNumbers.amount(found)
                                            + (found.has("pounds")
                                                    ? " pound-feet"
                                                    : " foot-pounds")),
                    Rule.of(
                            EnglishNumbers.AMOUNT + "(?: ?′)(?!\\w)",
                            found ->
                                    EnglishNumbers.amount(found)
                                            + (EnglishNumbers.isOne(found) ? " foot" : " feet")),
                    Rule.of(
                            EnglishNumbers.AMOUNT
                                    + "(?<gap>[ -]?)(?<unit>° C|° F|° [NSEW](?!\\w)|"
                                    + SYMBOLS
                                    + ")(?:/(?<per>"
                                    + SYMBOLS
                                    + "|day|week|month|year|hour|minute|second|person|user|capita|d|\\p{Ll}{4,12}))?"
                                    + END,
                            Units::measure),
                    Rule.of(
                            "(?=/)(?<=\\d"
                                    + " \\p{L}{3,20})/(?<per>s|sec|min|h|hr|day|week|month|year|d)(?![\\p{L}\\p{N}/])",
                            found -> " per " + period(found.group("per"))),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<from>\\d{1,4}(?:\\.\\d{1,3})?)(?:[x×] ?)?[–-] ?(?<to>\\d{1,4}(?:\\.\\d{1,3})?)[x×](?![\\p{L}\\p{N}-])"
                                    + NOT_IN_A_TERM,
                            found -> found.group("from") + " to " + found.group("to") + " times"),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<![+−] )(?<number>\\d{1,4}(?:\\.\\d{1,3})?)[x×](?!\\d)(?![\\p{L}\\p{N}-])"
                                    + NOT_IN_A_TERM,
                            found ->
                                    found.group("number")
                                            + (found.group("number").equals("1")
                                                    ? " time"
                                                    : " times")),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<number>\\d{1,4}(?:\\.\\d{1,3})?)(?<scale>[MBT])(?<more>\\+)?(?![\\p{L}\\p{N}/-])",
                            Units::scaled),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<number>\\d{1,4}(?:\\.\\d{1,3})?)"
                                    + " ?(?<scale>bn|mn|mln|tn)(?![\\p{L}\\p{N}/-])",
                            Units::scaled),
                    Rule.of(
                            "(?=per)(?<=\\d )(?:percent|per cent)(?!\\p{L})",
                            _ -> Rule.AS_WRITTEN));

    static final List<Rule> ALONE_RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}./])(?<unit>" + ALONE + ")(?![\\p{L}\\p{N}²³/])",
                            Units::alone));

    private Units() {}

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (String entry : TABLE.split("[;\n]", -1)) {
            if (!entry.isBlank()) {
                String[] parts = entry.strip().split(" ", -1);
                String[] names = parts[1].replace('_', ' ').split("\\|", -1);
                String many = names.length > 1 ? names[1] : names[0] + "s";
                for (String symbol : parts[0].split(",", -1)) {
                    add(units, symbol.replace('_', ' '), new Unit(names[0], many));
                }
            }
        }
        for (String length : LENGTHS) {
            Unit unit = units.get(length);
            if (unit != null) {
                for (String two : List.of("²", "2")) {
                    add(
                            units,
                            length + two,
                            new Unit("square " + unit.one(), "square " + unit.many()));
                }
                for (String three : List.of("³", "3")) {
                    add(
                            units,
                            length + three,
                            new Unit("cubic " + unit.one(), "cubic " + unit.many()));
                }
            }
        }
        addPowers(units);
        add(units, "s²", new Unit("second squared", "seconds squared"));
        add(units, "s2", new Unit("second squared", "seconds squared"));
        return units;
    }

    /// "m/s²" and, with a caret, "m/s^2", "cm^3".
    private static void addPowers(Map<String, Unit> units) {
        Unit acceleration = new Unit("meter per second squared", "meters per second squared");
        for (String symbol : List.of("m/s²", "m/s^2")) {
            add(units, symbol, acceleration);
        }
        for (String length : LENGTHS) {
            Unit square = units.get(length + "²");
            Unit cube = units.get(length + "³");
            if (square != null && cube != null) {
                add(units, length + "^2", square);
                add(units, length + "^3", cube);
            }
        }
    }

    private static Unit unit(String symbol) {
        Unit unit = UNITS.get(symbol);
        if (unit == null) {
            throw new IllegalArgumentException("not a unit: " + symbol);
        }
        return unit;
    }

    private static void add(Map<String, Unit> units, String symbol, Unit unit) {
        units.put(symbol, unit);
        if (symbol.startsWith("µ")) {
            units.put("μ" + symbol.substring(1), unit);
        }
        if (symbol.endsWith("Ω")) {
            units.put(symbol.replace('Ω', '\u2126'), unit);
        }
    }

    private static String rate(Found found) {
        String what =
                switch (found.group("what")) {
                    case "req", "reqs" -> "requests";
                    case "op", "ops" -> "operations";
                    case "msg", "msgs" -> "messages";
                    case "tx", "txn", "txs", "txns" -> "transactions";
                    default ->
                            found.group("what")
                                    .replaceFirst("query$", "queries")
                                    .replaceFirst("(?<!s)$", "s");
                };
        String number =
                found.group("number")
                        .replaceFirst(" ?[kK]$", " thousand")
                        .replaceFirst(" ?M$", " million")
                        .replaceFirst(" ?B$", " billion");
        return number + " " + what + " per " + period(found.group("per"));
    }

    private static @Nullable String measure(Found found) {
        String symbol = found.group("unit").replace("° ", "°");
        String gap = found.group("gap");
        if (!gap.equals(" ") && AFTER_BLANK.contains(symbol) && !found.has("per")) {
            return null;
        }
        if (symbol.equals("%") && gap.equals(" ") && found.after().matches(" \\d.*")) {
            return null;
        }
        if (symbol.equals("%")
                && gap.isEmpty()
                && !found.has("to")
                && !found.has("sign")
                && !found.group("from").contains(" ")) {
            return Rule.AS_WRITTEN;
        }
        if (gap.equals(" ")
                && symbol.matches("[st]|in\\.|min\\.|mi|mo")
                && found.after().matches("['’].*")) {
            return null;
        }
        Unit unit = unit(symbol);
        boolean one =
                EnglishNumbers.isOne(found)
                        || gap.equals("-")
                        || EnglishNumbers.isBeforeNoun(found);
        String words = EnglishNumbers.amount(found) + " " + (one ? unit.one() : unit.many());
        if (found.has("per")) {
            words += " per " + period(found.group("per"));
        }
        String spoken = found.isAmerican() ? words : british(words);
        return symbol.endsWith(".") && !found.has("per") && found.endsSentence()
                ? spoken + "."
                : spoken;
    }

    private static String period(String symbol) {
        Unit unit = UNITS.get(symbol);
        return symbol.equals("d") ? "day" : unit == null ? symbol : unit.one();
    }

    private static String alone(Found found) {
        String symbol = found.group("unit");
        int slash = symbol.indexOf('/');
        String words =
                UNITS.containsKey(symbol)
                        ? unit(symbol).many()
                        : unit(symbol.substring(0, slash)).many()
                                + " per "
                                + period(symbol.substring(slash + 1));
        return found.isAmerican() ? words : british(words);
    }

    private static String british(String words) {
        return words.replaceAll("(?<!para)meter(?=s?\\b)", "metre")
                .replaceAll("liter(?=s?\\b)", "litre");
    }

    private static @Nullable String scaled(Found found) {
        String scale = found.group("scale");
        boolean mayBeName = scale.equals("B") || scale.equals("T");
        if (mayBeName
                && !found.group("number").contains(".")
                && !found.after()
                        .matches(
                                " (?:people|users|parameters|tokens|years|rows|requests|records|dollars|events|views|downloads).*")) {
            return null;
        }
        String word =
                switch (scale.charAt(0)) {
                    case 'M', 'm' -> "million";
                    case 'B', 'b' -> "billion";
                    default -> "trillion";
                };
        boolean more = found.match().namedGroups().containsKey("more") && found.has("more");
        return found.group("number") + " " + word + (more ? " plus" : "");
    }
}
