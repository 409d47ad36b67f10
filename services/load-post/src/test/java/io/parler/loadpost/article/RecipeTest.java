package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ingredients and steps of a recipe are read in their order, whatever box holds them.
class RecipeTest {
    private static final String INGREDIENTS =
            "<li>#800 g of <a href=/cod>cod</a><li>#2 onions<li>#1 l of stock";
    private static final String STEPS =
            "<li>Cut the fish.<li>Fry the onions.<li>Add stock and fish.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=wprm-recipe-ingredients-container><h3>Ingredients</h3><ul class=wprm-recipe-ingredients>%s</ul></div>"
                        + "<div class=wprm-recipe-instructions-container><h3>Steps</h3><ul class=wprm-recipe-instructions>%s</ul></div>",
                "<div class=card><h3>Ingredients</h3><div itemprop=recipeIngredient><ul>%s</ul></div></div>"
                        + "<div class=card><h3>Steps</h3><ol itemprop=recipeInstructions>%s</ol></div>",
                "<div class='card ingredients-card'><h3>Ingredients</h3><ul>%s</ul></div><h3>Steps</h3><ol>%s</ol>"
            })
    void ingredientsAndStepsAreRead(String card) {
        String html = card.formatted(INGREDIENTS.replace("#", "<input type=checkbox>"), STEPS);
        List<String> spoken =
                TestPages.spoken(
                        TestPages.blocksAmidText("<div class=recipe-card>" + html + "</div>"));

        assertThat(spoken)
                .containsExactly(
                        "Ingredients",
                        "800 g of cod",
                        "2 onions",
                        "1 l of stock",
                        "Steps",
                        "Cut the fish.",
                        "Fry the onions.",
                        "Add stock and fish.");
    }
}
