package io.parler.loadpost.block;

import java.util.Optional;
import java.util.regex.Pattern;

/// Recognizes boilerplate lines between paragraphs: credits, invitations to subscribe or to read
/// other posts, button texts.
final class BoilerplateLine {
    private static final int MAX_LENGTH = 250;

    /// "Sign up for an account" is a step of a list, unless it is a link.
    private static final double MIN_ITEM_LINKS = 0.5;

    private static final Pattern CREDIT =
            ignoringCase(
                    "^\\(?(photo|photograph|image|picture|illustration|video|graphic|foto|bild|crédit photo|imagen)s?"
                            + "( credit| courtesy| source)?"
                            + "\\s*(:|by\\b|/|courtesy|via\\b|©).{0,120}$|^(credit|source|quelle)s?:.{0,100}$"
                            + "|^.{0,80}(/|\\bvia )(getty images|reuters|ap photo|afp|shutterstock|unsplash|istock|dpa).{0,40}$"
                            + "|^©.{0,80}$|^copyright\\b.{0,100}$|^.{0,60}all rights reserved\\.?$");
    private static final Pattern INVITATION =
            ignoringCase(
                    "^(read (more|next)|continue reading|share (this|on)|follow us|sign up|subscribe"
                            + "|advertisement|click here|related( (articles|posts|stories))?:?$|tweet$"
                            + "|see also:|also read:|more from|filed under|tags?:|posted in|leave a comment).{0,100}$");
    private static final Pattern BUTTON =
            ignoringCase(
                    "(share|tweet|print|email|e-mail|pin( it)?|copy( link)?|copied!?|reply|comments?|[0-9]+ comments?|no comments"
                            + "|like|save|bookmark|follow|facebook|twitter|linkedin|whatsapp|reddit|telegram|menu|close|search"
                            + "|loading(…|\\.\\.\\.)?|play|pause|listen|next|previous|prev|back|top|back to top|home|show more"
                            + "|load more|view more|see more:?|read more:?|learn more|more|edit( this page)?|anzeige|werbung|publicité"
                            + "|publicidad|publicidade|pubblicità|reklam|reklama|реклама|広告|シェア|ツイート|分享|目次|目录"
                            + "|advertisement( .{0,40})?|skip (to|advertisement).{0,30}|(story|article) continues below.{0,30}"
                            + "|jump to (recipe|content|comments)|was this (page|article|post)? ?helpful\\??.{0,10}"
                            + "|view all posts( by .{0,40})?|thanks for reading[.!]?|share this(:| post| article| story)?.{0,30}"
                            + "|comments? ?\\([0-9]{1,5}\\)|like this:?|print (this )?(page|article|post|story)|scroll (down )?(for|to) (the )?(video|more|gallery|comments).{0,20}"
                            + "|listen to (this|the) (article|story|post)( .{0,20})?|(table of )?contents:?|in this article:?|artikel (teilen|drucken|anhören)"
                            + "|(beitrag|seite) teilen|teilen|drucken|partager( (sur|cet article).{0,30})?|imprimer|compartir( en .{0,20})?|compartilhar|condividi"
                            + "|delen|deel dit artikel|udostępnij|поделиться|advertentie|annonce?|reclame|annons|mainos|hirdetés|διαφήμιση|reklám|iklan|quảng cáo"
                            + "|continua a leggere dopo la pubblicità|(der )?artikel wird nach der (anzeige|werbung) fortgesetzt.{0,20}"
                            + "|(last )?updated on .{4,30}|edit this page( on .{3,12})?)");
    private static final Pattern LINK_ELSEWHERE =
            ignoringCase(
                    "^(read more|see more|view more|read also|also read|read next|read|also see|see also|related|related (article|post|story|stories)|more"
                            + "|watch|watch now|watch more|listen|don.t miss|recommended( reading)?|you may also like|up next|more on this( story)?"
                            + "|lesen sie (auch|mehr)|mehr zum thema|auch interessant|lesetipp|à lire( aussi)?|lire aussi|voir aussi"
                            + "|leer más|lea también|le puede interesar|te puede interesar|leia (também|mais)|veja também"
                            + "|leggi anche|lees ook|czytaj (także|też|również)|zobacz (także|też|również)|przeczytaj (także|też)|čtěte také|olvassa el|läs (också|mer|även)|les også|læs også|читайте также|читать также|関連記事"
                            + "|相关阅读|延伸阅读|관련기사)\\s?([:：>»→|]|[-–—]\\s)\\s?\\S.{0,180}$");
    private static final Pattern CALL_TO_ACTION =
            ignoringCase(
                    "^(?:thanks for reading\\W+)?(please )?(subscribe (to|now|today|here|for)|sign up (for|to|here|now|today)|subscribe \\S+ for free|join (us|our|over|more than|[0-9,.]+)"
                            + "|get (our|the|my|new|more|this|all).{0,60}(inbox|newsletter|email|delivered)|follow (us|me|him|her|@\\S+|\\S+ \\S+) on"
                            + "|like us on|find us on|connect with|download (the|our) app|support (our|my) (work|journalism)"
                            + "|enjoy(ed|ing)? (this|the|reading)|if you (enjoyed|liked|found)|did you (enjoy|like)|liked? (this|what)"
                            + "|want (more|to read)|never miss|don.t miss (a|an|out)|stay (up to date|informed|connected)|abonnieren sie|jetzt abonnieren"
                            + "|melden sie sich|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|síguenos|assine|inscreva-se|iscriviti)\\b.*"
                            + "(newsletter|subscri|inbox|e-?mail|follow|twitter|facebook|instagram|linkedin|mastodon|bluesky|youtube|telegram"
                            + "|patreon|ko-fi|coffee|share|updates|rss|app store|sign up|abonn|inscri|boletín|correo).*");
    private static final Pattern FOLLOW_ON =
            ignoringCase(
                    "^(follow|find|contact|email|reach|e-mail) .{2,60} (on|at|via) .{0,20}(twitter|x|facebook|instagram|linkedin"
                            + "|mastodon|bluesky|threads|youtube|tiktok|\\S+@\\S+\\.\\w+)\\b.{0,60}$");
    private static final Pattern COOKIES =
            ignoringCase(
                    "^(we|this (web)?site|our (web)?site|[^.]{1,60}|privacy ?(?:&|and) ?cookies: this site)( and our partners)? (use|uses|using) cookies\\b.*(experience|consent|agree|accept|analy|personali|traffic|privacy).*");

    /// "This post may contain affiliate links", in whole or at the start of a notice.
    private static final Pattern DISCLOSURE =
            ignoringCase(
                    "^\\W*(disclosure:? |disclaimer:? )?.{0,60}\\b(post|page|article|site|story|blog|we)\\b.{0,40}\\b(contains?|includes?|earn|uses?)\\b.{0,60}"
                            + "\\b(affiliate|sponsored) links?\\b.{0,120}$");

    /// A longer notice that begins with its title.
    private static final Pattern DISCLOSED =
            ignoringCase(
                    "^\\W*(?:affiliate )?(?:disclosure|disclaimer)(?: statement| notice)?\\s*[:.–—-].*"
                            + "(?:\\baffiliate|\\bsponsored (?:post|links?|content)|\\b(?:earn|receive|get|paid)\\b.{0,40}\\bcommissions?)\\b.*");

    private static final int MAX_DISCLOSURE = 600;
    private static final int MAX_TAGS = 120;

    /// Messages of players, galleries and loaders.
    private static final Pattern PLAYER =
            ignoringCase(
                    "(this )?(slideshow|video|content|page|player|feature|site) requires javascript.{0,40}"
                            + "|(media|video|audio) playback is (not |un)?supported.{0,40}|please (enable|turn on) javascript.{0,80}"
                            + "|(your|this) browser (does not|doesn.t|cannot|can.t) (support|play).{0,80}|javascript is (disabled|required).{0,60}"
                            + "|(an )?(ad|advert|adverts|advertising|sponsored|promoted|paid content)[.:]?"
                            + "|(image|photo|picture|slide|page|foto|bild) [0-9]{1,3} (of|/|von|de|sur) [0-9]{1,3}|[0-9]{1,3} ?/ ?[0-9]{1,3}"
                            + "|loading( \\S+)?(…|\\.\\.\\.)|(hide|show|view|open|enlarge|expand) (caption|gallery|image|photo|slideshow|transcript|comments)s?"
                            + "|toggle caption|image (caption|source|copyright|credit)|media caption|video caption|(click|tap) to (enlarge|expand|zoom|play).{0,30}"
                            + "|close (dialog|modal)?|this is a modal window.{0,80}|beginning of dialog window.{0,80}|play video|video unavailable");

    /// A picture's caption that ends with its source.
    private static final Pattern BRACKETED_CREDIT =
            ignoringCase(
                    "^.{0,220}[(\\[](?:image|images|picture|pictures|photo|photos|pic|credit|foto|bild|source|quelle|zdjęcie|фото)"
                            + "\\s?(?:credit|source|by|courtesy)?s?\\s?[:/-]\\s?[^)\\]]{2,80}[)\\]]\\.?$");
    private static final Pattern TAGS =
            Pattern.compile(
                    "(?isu)^(?:tags?|tagged(?: (?:as|with|in))?|topics?|related topics?|categories|category|filed (?:under|in)|labels?|keywords?"
                            + "|schlagwort(?:e|er)?|schlagwörter|themen|etiquetas|temas|mots[- ]clés|tagi|теги|метки|ετικέτες)\\s*(?:[:：]|\\n|$).*");
    private static final Pattern COMMENT_RULES =
            ignoringCase(
                    ".{0,80}\\b(?:comments?|commenting|kommentare|komentarze|комментарии)\\b.{0,120}\\b(?:moderat\\w*|offensive|not be (?:approved|published)"
                            + "|house rules|community (?:guidelines|standards)|are (?:now )?closed|will be (?:deleted|removed)|log in|sign in"
                            + "|registered)\\b.{0,120}");

    /// The last line that blog engines add to each post in a feed.
    private static final Pattern FEED_FOOTER =
            ignoringCase(
                    "^((the|this) (post|article|entry|story) |der beitrag |l.article |la entrada |l.articolo |o post |o artigo |het bericht "
                            + "|inlägget |indlægget |innlegget |wpis |artykuł |запись |сообщение |пост ).{0,200}?"
                            + "(first appeared (on|at)|appeared first (on|at)|was (first|originally) (published|posted) (on|at)|is republished from"
                            + "|(erschien|erschien|ist) zuerst (auf|erschienen)|est apparu en premier sur|se publicó primero en|apareció primero en"
                            + "|(proviene|sembra essere il primo|è apparso per primo) (da|su)|apareceu primeiro em|verscheen eerst op"
                            + "|dök först upp på|blev først udgivet på|vises først på|pojawił się (najpierw|po raz pierwszy) (na|w)"
                            + "|(впервые )?появил(ась|ось|ся) (сначала|впервые)? ?на).{0,120}$"
                            + "|^(this (post|article|story) )?(first appeared|originally (appeared|published)|was originally published) (on|at) .{1,120}$");

    /// Other texts of buttons and of parts of a page. Signs around them don't matter.
    private static final Pattern PART_OF_PAGE =
            ignoringCase(
                    "post a comment|report this ad|enlarge( this)?( image| photo| picture)?|slideshow|permalink|trackbacks?"
                            + "|view this post on \\p{L}+|a post shared by .{1,80}|pic\\.twitter\\.com/\\S+|follow @\\S+|buy me a coffee"
                            + "|newsletters?|rate this .{3,12}|\\(?[0-9]+ votes?|hits: [0-9,.]+|published on|font size|a\\+ ?a"
                            + "|terms of (use|service)|(privacy|cookie) policy|issn [0-9-]+|our standards: .{0,60}|with agency inputs|getty images"
                            + "|reporting by .{1,200}; ?(additional reporting by .{1,200}; ?)?editing by .{1,120}|(have a story|got a (news )?tip)\\?.{0,80}"
                            + "|(download|get) (our|the) app.{0,30}|join our (whatsapp|telegram) .{2,20}|(video|audio|media) player is loading"
                            + "|(you (need to|must) (be )?)?(logged in|log in|sign in|login|register)( or register)? to (post a |leave a )?comment.{0,20}"
                            + "|your email address will not be published.{0,60}|print (recipe|email)|like loading"
                            + "|add to favou?rites|article continues after (the )?(ad|advertisement).{0,20}|scroll to continue"
                            + "|advertisement|back to top");

    /// Those that may also be what somebody says.
    private static final Pattern SHORT_PART_OF_PAGE =
            ignoringCase(
                    "zoom|(photo |image )?gallery|support us|recommended|yes\\W+no|just now|powered by \\S+( \\S+)?|e-?mail( address)?"
                            + "|[0-9]( [0-9]){1,9}( next)?|listen( to article)?( \\([0-9]+ min(utes)?)?");
    private static final Pattern SPEECH =
            Pattern.compile("^[\"'“”„‘’‚«»‹›「『]|[\"'“”„‘’«»‹›」』.!?…]$");
    private static final Pattern SIGNS_AROUND =
            Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

    /// What a paper says of its own edition, and to those who haven't paid.
    private static final Pattern EDITION =
            ignoringCase(
                    "a version of this (?:article|story) (?:appears|appeared|ran) in (?:print|the).{0,200}"
                            + "|order reprints\\W.{0,60}|(?:this (?:article|content|story) is|.{0,30}rest of this (?:article|post) is) (?:only |exclusively )?(?:for|available to|reserved for) .{0,30}(?:subscribers|members).{0,60}"
                            + "|(?:subscribe|sign in|log in|register)( now)? to (?:continue|keep) reading.{0,60}|already a (?:subscriber|member)\\?.{0,60}"
                            + "|il vous reste [0-9.,]+ ?% de cet article à lire.*|(?:la suite|cet article|l.article) est réservée?s? (?:aux|à nos) abonnés.{0,60}"
                            + "|suscríbete para (?:seguir|continuar) leyendo.{0,60}|(?:dieser artikel|weiterlesen).{0,20} (?:mit|nur für) .{0,40}(?:abo|abonnenten)\\b.{0,60}"
                            + "|.{0,60}\\b(?:contributed (?:reporting|to this (?:report|article|story)))\\.");

    /// "Ida Brandt and Ole Vik reported from Bergen."
    private static final Pattern REPORTERS =
            Pattern.compile(
                    "^\\p{Lu}\\S+(?: \\p{Lu}\\S+){1,3}(?:,? and \\p{Lu}\\S+(?: \\p{Lu}\\S+){1,3})?"
                            + " reported from \\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?\\.$");

    private BoilerplateLine() {}

    /// Why a line is not read; empty if it is part of the article.
    ///
    /// @param isItem whether the line is a list item, which is rarely boilerplate
    static Optional<String> reason(String text, boolean isItem, double links) {
        if (!isItem && text.length() < MAX_DISCLOSURE && DISCLOSED.matcher(text).matches()) {
            return Optional.of("a disclosure");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (PLAYER.matcher(text).matches()) {
            return Optional.of("a message of the page");
        }
        if (!isItem && mayBeCredit(text) && BRACKETED_CREDIT.matcher(text).matches()) {
            return Optional.of("a caption");
        }
        if (!isItem && (links > 0.3 || text.length() < MAX_TAGS) && TAGS.matcher(text).matches()) {
            return Optional.of("tags");
        }
        if (!isItem && mayBeAboutComments(text) && COMMENT_RULES.matcher(text).matches()) {
            return Optional.of("comments");
        }
        if (!isItem && CREDIT.matcher(text).matches()) {
            return Optional.of("a credit");
        }
        if (FEED_FOOTER.matcher(text).matches()) {
            return Optional.of("says where the post was published");
        }
        if (!isItem && LINK_ELSEWHERE.matcher(text).matches()) {
            return Optional.of("leads elsewhere");
        }
        if (!isItem && text.contains("link") && DISCLOSURE.matcher(text).matches()) {
            return Optional.of("a disclosure");
        }
        if (!isItem && isPartOfPage(text)) {
            return Optional.of("a message of the page");
        }
        if (!isItem && (EDITION.matcher(text).matches() || REPORTERS.matcher(text).matches())) {
            return Optional.of("about the edition");
        }
        if (isItem && links < MIN_ITEM_LINKS) {
            return Optional.empty();
        }
        boolean invitation =
                (INVITATION.matcher(text).matches() && !text.endsWith("."))
                        || BUTTON.matcher(text).matches()
                        || (!isItem
                                && (CALL_TO_ACTION.matcher(text).matches()
                                        || FOLLOW_ON.matcher(text).matches()
                                        || COOKIES.matcher(text).matches()));
        return invitation ? Optional.of("an invitation, not the article") : Optional.empty();
    }

    private static boolean isPartOfPage(String text) {
        String bare = SIGNS_AROUND.matcher(text).replaceAll("");
        return PART_OF_PAGE.matcher(bare).matches()
                || (SHORT_PART_OF_PAGE.matcher(bare).matches() && !SPEECH.matcher(text).find());
    }

    private static boolean mayBeAboutComments(String text) {
        return text.contains("omment")
                || text.contains("OMMENT")
                || text.contains("omentarz")
                || text.contains("омментар");
    }

    private static boolean mayBeCredit(String text) {
        return text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
